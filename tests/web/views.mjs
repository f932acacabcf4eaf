/*
 * views.mjs: the pages of each theme look as they did. Kept pictures are small and the
 * comparison is coarse: it sees a column that moved or a colour that changed, not the
 * drawing of a letter. `tests/web/run --views --update` keeps what is seen now.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { with_page } from './lib/browser.mjs';
import { GALLERY, REPOSITORY, THEMES } from './lib/sites.mjs';

const KEPT = join(REPOSITORY, 'tests/web/views');
const MOMENT = '2026-11-24T10:20:00+01:00';
const PAGES = ['index', 'demarches/carte-identite', 'demarches/index', 'actes/index',
	'actualites/index', 'agenda/index', 'horaires', 'mairie/index', '404'].map((p) => `${p}.html`);
const LOOKS = [
	{ name: 'wide', width: 1200, colorScheme: 'light' },
	{ name: 'narrow', width: 390, colorScheme: 'dark' },
];
const TALLEST = 3000; /* pixels of a page; what is below repeats what is above */
const SHEET = 12000; /* of the gallery, where nothing repeats; Chromium draws 16384 at once */
const SCALE = 1 / 5;
const NOTICED = 24; /* of 255: a step of lightness that is not one of compression */
const MOST = 0.015; /* of the pixels that may differ so */

/* Letters are those of the machine: with others, every line may break elsewhere. */
function fonts() {
	return ['sans-serif', 'serif', 'system-ui', 'monospace'].map((family) =>
		`${family}: ${execFileSync('fc-match', [family], { encoding: 'utf8' }).trim()}\n`).join('');
}

/* In the browser: a picture, reduced, as WebP in base 64. */
async function reduced([png, scale]) {
	const image = new Image();
	image.src = `data:image/png;base64,${png}`;
	await image.decode();
	const canvas = document.createElement('canvas');
	canvas.width = Math.round(image.width * scale);
	canvas.height = Math.round(image.height * scale);
	const context = canvas.getContext('2d');
	context.imageSmoothingQuality = 'high';
	context.drawImage(image, 0, 0, canvas.width, canvas.height);
	return canvas.toDataURL('image/webp', 0.8).split(',')[1];
}

/* In the browser: what is wrong with the second picture, or nothing. */
async function differs([kept, seen, noticed, most]) {
	const load = async (webp) => {
		const image = new Image();
		image.src = `data:image/webp;base64,${webp}`;
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = image.width;
		canvas.height = image.height;
		const context = canvas.getContext('2d');
		context.drawImage(image, 0, 0);
		return context.getImageData(0, 0, image.width, image.height);
	};
	const [a, b] = [await load(kept), await load(seen)];
	if (a.width !== b.width || Math.abs(a.height - b.height) > a.height * 0.02)
		return `it is ${b.width} × ${b.height}, not ${a.width} × ${a.height}`;
	const end = a.width * Math.min(a.height, b.height) * 4;
	let count = 0;
	for (let i = 0; i < end; i += 4)
		if ([0, 1, 2].some((c) => Math.abs(a.data[i + c] - b.data[i + c]) > noticed))
			count++;
	const share = count / (end / 4);
	return share > most ? `${(share * 100).toFixed(1)} % of it looks otherwise` : '';
}

/* The page from its top, in sheets: how many a kind of page has is its own business. */
async function seen_of(page, address, { width, colorScheme }, sheet, sheets) {
	await page.setViewportSize({ width, height: 900 });
	await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
	await page.goto(address, { waitUntil: 'networkidle' });
	const height = await page.evaluate(() => document.documentElement.scrollHeight);
	const seen = [];
	const desk = await page.context().newPage();
	for (let y = 0; y < height && seen.length < sheets; y += sheet) {
		const png = await page.screenshot({ fullPage: true,
			clip: { x: 0, y, width, height: Math.min(height - y, sheet) } });
		seen.push(await desk.evaluate(reduced, [png.toString('base64'), SCALE]));
	}
	await desk.close();
	return seen;
}

async function compare(page, file, seen) {
	if (!existsSync(file))
		return ['no picture is kept of it: tests/web/run --views --update'];
	const kept = readFileSync(file).toString('base64');
	const fault = await page.evaluate(differs, [kept, seen, NOTICED, MOST]);
	if (!fault)
		return [];
	writeFileSync(`${file}.seen.webp`, Buffer.from(seen, 'base64'));
	return [`${fault}: see ${file}.seen.webp`];
}

export async function views({ browser, report, server, sites, update }) {
	const note = join(KEPT, 'fonts.txt');
	if (!update && existsSync(note) && readFileSync(note, 'utf8') !== fonts()) {
		console.log(`views: not compared: this machine has other fonts than ${note} says`);
		return;
	}
	const shown = [
		...sites.filter((s) => THEMES.includes(s.name)).map((site) => ({ site, paths: PAGES, sheet: TALLEST, sheets: 1 })),
		...sites.filter((s) => s.gallery).map((site) => ({ site, paths: [GALLERY], sheet: SHEET, sheets: Infinity })),
	];
	for (const { site, paths, sheet, sheets } of shown)
		await with_page(browser, {}, async (page) => {
			await page.clock.setFixedTime(MOMENT);
			for (const path of paths)
				for (const look of LOOKS) {
					const name = path.replace(/\.html$/, '').replaceAll('/', '-');
					const seen = await seen_of(page, server.at(site, `/${path}`), look, sheet, sheets);
					await page.goto('about:blank');
					for (const [i, webp] of seen.entries()) {
						const file = join(KEPT, site.name, `${name}-${look.name}${i ? `-${i + 1}` : ''}.webp`);
						if (update) {
							mkdirSync(dirname(file), { recursive: true });
							writeFileSync(file, Buffer.from(webp, 'base64'));
						}
						await report.test(`view: ${site.name}/${path}, ${look.name}, ${i + 1}`,
							() => compare(page, file, webp));
					}
				}
		});
	if (update)
		writeFileSync(note, fonts());
}
