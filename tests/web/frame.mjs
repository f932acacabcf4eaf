/*
 * frame.mjs: a procedure framed in its page: what readers get with and without scripts and
 * on paper, and that the page's policy and the server's together let in that one host, on
 * that one page.
 */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { with_page } from './lib/browser.mjs';
import { FRAMED } from './lib/sites.mjs';

const HOST = 'https://dechets.pays-des-haies.example/';

async function frame_addresses(page) {
	await page.locator('iframe').scrollIntoViewIfNeeded();
	await page.waitForFunction(() => document.querySelector('iframe'));
	await page.waitForTimeout(300);
	return page.frames().slice(1).map((f) => f.url());
}

/* Frames another host by script and says which addresses a policy refused. */
function refused(address) {
	return new Promise((done) => {
		const said = [];
		document.addEventListener('securitypolicyviolation', (e) => said.push(e.blockedURI));
		const frame = document.createElement('iframe');
		frame.src = address;
		frame.addEventListener('load', () => setTimeout(() => done(said), 200));
		document.body.append(frame);
		setTimeout(() => done(said), 3000);
	});
}

async function loaded(page) {
	const found = await frame_addresses(page);
	return found.length === 1 && found[0].startsWith(HOST) ? []
		: [`the frames are ${JSON.stringify(found)}`];
}

async function words(page) {
	const frame = page.locator('iframe.cadre');
	const link = page.locator('a.cadre-lien');
	const faults = [];
	const title = await frame.getAttribute('title');
	if (!/composteur.*dechets\.pays-des-haies\.example/.test(title))
		faults.push(`its title is « ${title} »`);
	if (await link.getAttribute('href') !== await frame.getAttribute('src'))
		faults.push('the link beside it leads elsewhere');
	const said = await link.textContent();
	if (!/nouvel onglet.*dechets\.pays-des-haies\.example/.test(said))
		faults.push(`the link says « ${said} »`);
	const sandbox = (await frame.getAttribute('sandbox')).split(' ');
	if (sandbox.some((s) => s.startsWith('allow-top-navigation')))
		faults.push('it may take the reader away');
	return faults;
}

async function on_paper(page) {
	await page.emulateMedia({ media: 'print' });
	const faults = [];
	if (await page.locator('iframe.cadre').isVisible())
		faults.push('the frame is printed');
	if (await page.locator('.cadre-annonce').isVisible() ||
		await page.locator('.cadre-geste').isVisible())
		faults.push('paper speaks of a frame or of a tab');
	const link = page.locator('a.cadre-lien');
	const after = await link.evaluate((e) => getComputedStyle(e, '::after').content);
	if (!await link.isVisible() || !after.includes(HOST))
		faults.push(`the link's address is not printed: ${after}`);
	return faults;
}

/* Elsewhere, and for other hosts here, nothing may be framed; and the test must see it. */
async function closed(page, address, allowed) {
	const said = await page.evaluate(refused, address);
	if (allowed)
		return said.length === 0 ? [] : [`${address} was refused`];
	return said.length > 0 ? [] : [`${address} was let in`];
}

export async function frame({ browser, report, server, sites }) {
	const site = sites.find((s) => s.shown === FRAMED);
	const here = server.at(site, `/${FRAMED}`);
	await with_page(browser, {}, async (page) => {
		await page.goto(here);
		await report.test('frame: it is shown', () => loaded(page));
		await report.test('frame: what it says', () => words(page));
		await report.test('frame: its host is let in', () => closed(page, HOST, true));
		await report.test('frame: no other host', () =>
			closed(page, 'https://ailleurs.example/', false));
		await report.test('frame: on paper', () => on_paper(page));
		await page.goto(server.at(site, '/demarches/passeport.html'));
		await report.test('frame: on no other page', () => closed(page, HOST, false));
	});
	await with_page(browser, { javaScriptEnabled: false }, async (page) => {
		await page.goto(here);
		await report.test('frame: without scripts', () => loaded(page));
	});
	await with_page(browser, {}, async (page) => {
		await page.goto(pathToFileURL(join(site.folder, FRAMED)).href);
		await report.test('frame: from a disk', () => loaded(page));
		const papers = await page.evaluate(() => document.styleSheets.length);
		await report.test('frame: styles from a disk', () => (papers > 1 ? [] : ['no style']));
	});
}
