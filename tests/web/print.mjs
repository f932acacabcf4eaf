/*
 * print.mjs: what comes out of a printer, as Chromium's PDF and poppler's words of it: on
 * each sheet something, no word beyond its edge, nothing to click, and the addresses that a
 * link hides on a screen. How it looks is for eyes.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { with_page } from './lib/browser.mjs';
import { THEMES } from './lib/sites.mjs';

const EDGE = 20; /* points: a printer's own margin is about 12 */
const PAGES = [
	{ path: 'demarches/carte-identite.html', most: 4 },
	{ path: 'demarches/livret.html', most: 60 },
	{ path: 'semaine.html', most: 1 },
	{ path: 'horaires-affiche.html', most: 3 },
	{ path: 'vie-pratique/dechets.html', most: 4 },
];

/* Words with their places, in points from the top left, sheet by sheet. */
function sheets_of(pdf) {
	const folder = mkdtempSync(join(tmpdir(), 'tambour-print-'));
	try {
		const file = join(folder, 'page.pdf');
		writeFileSync(file, pdf);
		const text = execFileSync('pdftotext', ['-bbox', file, '-'],
			{ encoding: 'utf8', maxBuffer: 64 << 20 });
		return text.split('<page ').slice(1).map((sheet) => {
			const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(sheet).map(Number);
			const words = [...sheet.matchAll(
				/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</g)]
				.map(([, x, y, right, bottom, word]) =>
					({ x: +x, y: +y, right: +right, bottom: +bottom, word }));
			return { width, height, words };
		});
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function sheet_faults({ width, height, words }, number) {
	if (words.length === 0)
		return [`sheet ${number} is empty`];
	return words.filter(({ x, y, right, bottom }) =>
		x < EDGE || y < EDGE || right > width - EDGE || bottom > height - EDGE)
		.map(({ word }) => `sheet ${number}: « ${word} » is cut by its edge`);
}

/* In the page: what can be clicked, and what links to other sites lead to. */
function on_paper() {
	const seen = (e) => e.checkVisibility({ visibilityProperty: true });
	const clicked = [...document.querySelectorAll(
		'nav:not(.livret-sommaire), form, button, input, .evitement, iframe')].filter(seen);
	const links = [...document.querySelectorAll('main a[href^="http"]')].filter(seen);
	return { clicked: clicked.map((e) => e.className || e.tagName),
		links: [...new Set(links.map((a) => a.getAttribute('href')))] };
}

async function print_faults(page, address, most) {
	await page.goto(address, { waitUntil: 'networkidle' });
	const sheets = sheets_of(await page.pdf({ preferCSSPageSize: true }));
	await page.emulateMedia({ media: 'print' });
	const { clicked, links } = await page.evaluate(on_paper);
	await page.emulateMedia({ media: null });
	const faults = sheets.flatMap((sheet, i) => sheet_faults(sheet, i + 1));
	if (sheets.length > most)
		faults.push(`it takes ${sheets.length} sheets, ${most} at most are fair`);
	faults.push(...clicked.map((name) => `${name} is printed`));
	const all = sheets.flatMap((s) => s.words.map((w) => w.word)).join('').replaceAll('&amp;', '&');
	for (const link of links)
		if (!all.includes(link.replace(/^https?:\/\//, '').replace(/\/$/, '')))
			faults.push(`nobody can read where ${link} is`);
	return faults;
}

export async function print({ browser, report, server, sites }) {
	for (const site of sites.filter((s) => THEMES.includes(s.name)))
		await with_page(browser, {}, async (page) => {
			for (const { path, most } of PAGES)
				await report.test(`printed: ${site.name}/${path}`, () =>
					print_faults(page, server.at(site, `/${path}`), most));
		});
}
