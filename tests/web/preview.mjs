/*
 * preview.mjs: `tambour serve` as a person sees it, in a browser: the page follows what is
 * saved, says what is wrong where it can be read, and is silent again once it is mended.
 * What it answers to whom is held without a browser, by tests/behaviour/serve.sh.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { axe_faults } from './axe.mjs';
import { with_page } from './lib/browser.mjs';
import { REPOSITORY, THEMES, TODAY, new_commune } from './lib/sites.mjs';

const LONG = 60000; /* a wait, not a measure */
const PANEL = '.tambour-apercu';

/* Starts it and gives its address, once the first site is there, and what ends it. */
async function serve(program, commune, theme) {
	const child = spawn(program, ['serve', commune, '--port', '0', '--date', TODAY, '--lang', 'fr',
		'--theme', join(REPOSITORY, 'themes', theme)],
	{ env: { ...process.env, TAMBOUR_THEMES: join(REPOSITORY, 'themes') } });
	const ended = new Promise((done) => child.on('exit', done));
	const at = await new Promise((done, failed) => {
		let said = '';
		child.stdout.on('data', (words) => {
			said += words;
			const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
			if (address && said.includes('à jour'))
				done(address[0]);
		});
		child.on('exit', () => failed(new Error(`tambour serve ended: ${said}`)));
	});
	return { at, end: () => { child.kill('SIGTERM'); return ended; } };
}

const shows = (page, words) => page.getByText(words).waitFor({ timeout: LONG });
const page_of = (words) => `---\ntitre: Essai\n---\n\n${words}\n`;

/* The panel's one line opens and closes with the keyboard, its focus is seen, and what it
 * says names the place. */
async function read_by_keyboard(page) {
	const faults = [];
	const line = page.locator(`${PANEL} summary`);
	const words = page.getByText('pages/essai.md:2:8');
	await page.evaluate(() => document.activeElement?.blur());
	await page.keyboard.press('Tab');
	if (!await line.evaluate((e) => e === document.activeElement))
		faults.push('the first Tab does not lead to it');
	if (await line.evaluate((e) => getComputedStyle(e).outlineStyle) === 'none')
		faults.push('its focus is not seen');
	const open = await words.isVisible();
	await page.keyboard.press('Enter');
	if (await words.isVisible() === open)
		faults.push('Enter neither opens nor closes it');
	await page.keyboard.press('Enter');
	if (!open && !await words.isVisible())
		faults.push('the place of the mistake is not said');
	return faults;
}

async function follows(page, faults, { report, theme, file, at }) {
	await page.goto(`${at}essai.html`);
	await report.test(`preview: ${theme}: a saved page comes by itself`, async () => {
		writeFileSync(file, page_of('Bonjour le bourg.'));
		await shows(page, 'Bonjour le bourg.');
		return [];
	});
	await report.test(`preview: ${theme}: a mistake is shown in the page`, async () => {
		writeFileSync(file, '---\ntitre: [Essai\n---\n\nCassé.\n');
		await page.locator(PANEL).waitFor({ timeout: LONG });
		const kept = await page.getByText('Bonjour le bourg.').isVisible();
		return [...kept ? [] : ['the last good page is not shown'],
			...await read_by_keyboard(page), ...await axe_faults(page, 'the panel')];
	});
	await report.test(`preview: ${theme}: it goes with the mistake`, async () => {
		writeFileSync(file, page_of('Réparé.'));
		await shows(page, 'Réparé.');
		return await page.locator(PANEL).count() === 0 ? [] : ['the panel is still there'];
	});
	await report.test(`preview: ${theme}: no word on the console`, () => faults);
}

export async function preview({ browser, report, program }) {
	for (const theme of THEMES) {
		const room = mkdtempSync(join(tmpdir(), 'tambour-preview-'));
		const commune = join(room, 'commune');
		const file = join(commune, 'pages/essai.md');
		new_commune(program, commune);
		writeFileSync(file, page_of('Des mots.'));
		const server = await serve(program, commune, theme);
		try {
			await with_page(browser, {}, (page, faults) =>
				follows(page, faults, { report, theme, file, at: server.at }));
		} finally {
			const status = await server.end();
			await report.test(`preview: ${theme}: it ends when told`, () =>
				status === 0 ? [] : [`status ${status}`]);
			rmSync(room, { recursive: true });
		}
	}
}
