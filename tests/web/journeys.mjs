/*
 * journeys.mjs: people going through the site, by links and by keyboard, from a disk and
 * from a sub-folder of a plain server, with and without JavaScript.
 */
import { pathToFileURL } from 'node:url';
import { attributes } from './lib/pages.mjs';
import { with_page } from './lib/browser.mjs';
import { BELOW } from './lib/server.mjs';
import { is_visited } from './lib/sites.mjs';

/* From the home page to a procedure, its heading, the news, one of them, the site map. */
const STEPS = [
	{ follow: 'main a[href$="demarches/index.html"]', arrive: 'demarches' },
	{ follow: 'main a[href$="carte-identite.html"]', arrive: 'demarche' },
	{ follow: '.fil a[href*="categories/"]', arrive: 'rubrique' },
	{ follow: '.menu a[href$="actualites/index.html"]', arrive: 'actualites' },
	{ follow: '.fiche a', arrive: 'actualite' },
	{ follow: '.pied a[href$="plan-du-site.html"]', arrive: 'plan' },
	{ follow: 'main a[href$="mentions-legales.html"]', arrive: 'page' },
	{ follow: '.nom a', arrive: 'accueil' },
];

/* A page that came without its style would pass unseen. */
const is_styled = () => getComputedStyle(document.body).backgroundColor !== 'rgba(0, 0, 0, 0)';

async function walk(page, home, faults) {
	await page.goto(home);
	for (const { follow, arrive } of STEPS) {
		await page.locator(follow).first().click();
		await page.waitForURL((url) => url.href.endsWith('.html'));
		const nature = await page.locator('body').getAttribute('class');
		const heading = await page.locator('h1').innerText();
		if (nature !== `nature-${arrive}` || !heading.trim())
			return [...faults, `« ${follow} » led to ${page.url()}`];
		if (!await page.evaluate(is_styled))
			faults.push(`no style on ${page.url()}`);
	}
	return faults;
}

async function walks({ browser, report, server, sites }) {
	for (const site of sites.filter(is_visited)) {
		const homes = {
			'a disk': pathToFileURL(`${site.folder}/index.html`).href,
			'a sub-folder': server.at(site, `${BELOW}index.html`),
		};
		for (const [where, home] of Object.entries(homes))
			for (const javaScriptEnabled of [true, false])
				await report.test(`a walk through ${site.name} from ${where}` +
					(javaScriptEnabled ? '' : ', without JavaScript'),
					() => with_page(browser, { javaScriptEnabled },
						(page, faults) => walk(page, home, faults)));
	}
}

/* Every page of the example, opened: nothing said on the console, nothing asked elsewhere.
 * A site looked at for its frame asks for it: frame.mjs. */
async function quiet({ browser, report, server, sites }) {
	for (const site of sites.filter((s) => is_visited(s) && !s.shown || s.gallery))
		await report.test(`no page of ${site.name} complains`, () =>
			with_page(browser, {}, async (page, faults) => {
				for (const { path, nature } of site.looked_at)
					if (nature !== 'renvoi')
						await page.goto(server.at(site, `/${path}`));
				return faults;
			}));
}

const focused = (page) => page.evaluate(() => {
	const e = document.activeElement;
	const box = e.getBoundingClientRect();
	const style = getComputedStyle(e);
	return {
		what: `${e.tagName.toLowerCase()}.${e.className} « ${e.textContent.trim().slice(0, 30)} »`,
		inside: box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
		ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
		is: ['evitement', 'menu-bouton'].find((c) => e.classList.contains(c)) ?? e.id,
		in_menu: e.closest('#menu') !== null,
		open: document.querySelector('#menu')?.matches(':popover-open'),
	};
});

async function press(page, key) {
	await page.keyboard.press(key);
	/* A smooth scroll must end before it can be said where the focus is. */
	await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
	return focused(page);
}

async function skip_link(page) {
	const first = await press(page, 'Tab');
	if (first.is !== 'evitement' || !first.inside)
		return [`first comes ${first.what}`];
	const then = await press(page, 'Enter');
	return then.is === 'contenu' ? [] : [`the skip link leads to ${then.what}`];
}

/* Each stop of the Tab key is seen, and the end of the page is reached. */
async function rings(page) {
	const faults = [];
	const stops = await page.locator('a[href], button, summary, [tabindex="0"]').count();
	let last;
	for (let i = 0; i < stops; i++) {
		const f = await press(page, 'Tab');
		if (f.what.startsWith('body'))
			break;
		if (!f.ring || !f.inside)
			faults.push(`${f.what}: ${f.ring ? 'out of sight' : 'no ring'}`);
		last = f.what;
	}
	const end = await page.evaluate(() => [...document.querySelectorAll('a[href]')].at(-1).textContent.trim().slice(0, 30));
	return last?.includes(end) ? faults : [...faults, `the last stop is ${last}, not « ${end} »`];
}

async function menu(page) {
	const button = page.locator('.menu > .menu-bouton');
	if (!await button.isVisible())
		return await page.locator('.menu-liste a').first().isVisible() ? [] : ['no menu at all'];
	const faults = [];
	const expect = (held, what) => { if (!held) faults.push(what); };
	await button.focus();
	expect((await press(page, 'Enter')).open, 'Enter does not open the menu');
	const inside = await press(page, 'Tab');
	expect(inside.in_menu && inside.inside && inside.ring, `Tab goes to ${inside.what}`);
	const out = await press(page, 'Escape');
	expect(!out.open && out.is === 'menu-bouton', `Escape leaves ${out.what}, open: ${out.open}`);
	await press(page, 'Space');
	await page.locator('.menu-fermer').focus();
	const closed = await press(page, 'Enter');
	expect(!closed.open && closed.is === 'menu-bouton' && !closed.in_menu,
		`« Fermer » leaves ${closed.what}, open: ${closed.open}`);
	return faults;
}

const KEYS = [
	{ name: 'menu', run: menu, width: 360 },
	{ name: 'menu', run: menu, width: 1440 },
	{ name: 'rings', run: rings, width: 360 },
	{ name: 'rings', run: rings, width: 1440 },
];

async function keyboard({ browser, report, server, sites }) {
	for (const site of sites.filter(is_visited))
		await with_page(browser, { reducedMotion: 'reduce' }, async (page) => {
			for (const { path } of site.samples.filter((p) => p.nature !== 'renvoi'))
				await report.test(`skip link of ${site.name}/${path}`, async () => {
					await page.goto(server.at(site, `/${path}`));
					return skip_link(page);
				});
			for (const { name, run, width } of KEYS)
				await report.test(`${name} of ${site.name} by keyboard, ${width}`, async () => {
					await page.setViewportSize({ width, height: 900 });
					await page.goto(server.at(site));
					return run(page);
				});
		});
}

/* A server shows 404.html at any address: it must find its style and lead home from there. */
async function lost({ browser, report, server, sites }) {
	for (const site of sites.filter(is_visited)) {
		await report.test(`404 of ${site.name} anywhere`, () =>
			with_page(browser, {}, async (page, faults) => {
				const missing = server.at(site, '/un/endroit/perdu.html');
				const status = (await page.goto(missing)).status();
				/* The browser itself reports the missing page, which was asked for. */
				const mine = () => faults.filter((f) => !f.includes('404 (Not Found)'));
				if (status !== 404 || !await page.evaluate(is_styled))
					return [...mine(), `status ${status}, or no style`];
				await page.locator('main a').first().click();
				const nature = await page.locator('body').getAttribute('class');
				return nature === 'nature-accueil' ? mine() : [...mine(), `led to ${page.url()}`];
			}));
		await report.test(`404 of ${site.name} without style`, () => {
			const { html } = site.pages.find((p) => p.path === '404.html');
			const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
			return main.includes('<h1>') && attributes(main, 'href').length >= 2
				? [] : ['says too little by itself'];
		});
	}
}

/* An address of the former site, kept in somebody's favourites: no word, no click. */
async function former({ browser, report, server, sites }) {
	const site = sites.find((s) => s.pages.some((p) => p.path === 'conseil-municipal.html'));
	const places = {
		'a disk': pathToFileURL(`${site.folder}/conseil-municipal.html`).href,
		'a server': server.at(site, '/conseil-municipal.html'),
	};
	for (const [where, address] of Object.entries(places))
		for (const javaScriptEnabled of [true, false])
			await report.test(`a former address leads on from ${where}` +
				(javaScriptEnabled ? '' : ', without JavaScript'),
				() => with_page(browser, { javaScriptEnabled }, async (page, faults) => {
					await page.goto(address, { waitUntil: 'commit' });
					await page.waitForURL(/\/mairie\/conseil\.html$/);
					return faults;
				}));
}

export async function journeys(world) {
	for (const part of [walks, quiet, keyboard, lost, former])
		await part(world);
}
