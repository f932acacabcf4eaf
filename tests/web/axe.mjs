/*
 * axe.mjs: no page breaks a rule of axe-core, narrow and wide, by day and by night. Only
 * what a machine can see is held here; journeys.mjs holds the keyboard.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { with_page } from './lib/browser.mjs';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/* Everything that axe knows and that speaks of one page, its good practices included. By
 * night only the colours are other ones. */
const WHAT = ['violations', 'incomplete'];
const COLOURS = ['color-contrast', 'link-in-text-block'];
const LOOKS = [
	{ width: 360, colorScheme: 'light', options: { resultTypes: WHAT } },
	{ width: 360, colorScheme: 'dark', options: { resultTypes: WHAT, runOnly: COLOURS } },
	{ width: 1440, colorScheme: 'dark', options: { resultTypes: WHAT, runOnly: COLOURS } },
	{ width: 1440, colorScheme: 'light', options: { resultTypes: WHAT } },
];

function violation_words(path, violation) {
	return violation.nodes.map((node) => {
		const why = [...node.any, ...node.all, ...node.none][0]?.message ?? '';
		return `${path}: ${violation.id}: ${node.target.join(' ')}: ${why}`;
	});
}

/* What axe could not tell is no fault, but for colours: it must be able to see them. */
function faults_of(path, { violations, incomplete }) {
	const unseen = incomplete.filter((r) => r.id === 'color-contrast');
	return [...violations, ...unseen].flatMap((v) => violation_words(path, v));
}

async function inspect(page, path, { width, colorScheme, options }) {
	await page.setViewportSize({ width, height: 900 });
	await page.emulateMedia({ colorScheme });
	/* What has to be scrolled into view is hidden from axe too: the wide window has it. */
	const where = width < 600 ? { exclude: [['.tableau td'], ['.tableau th']] } : {};
	const results = await page.evaluate(([w, o]) => globalThis.axe.run({ include: [['html']], ...w }, o),
		[where, options]);
	return faults_of(path, results);
}

/* The faults of an open page, as each reader sees it. */
export async function axe_faults(page, path) {
	await page.evaluate(SOURCE);
	const faults = [];
	for (const look of LOOKS)
		faults.push(...await inspect(page, path, look));
	return faults;
}

/* Two pages at a time: a browser's page uses one core. */
async function in_pairs(list, run) {
	const left = [...list];
	const work = async () => {
		while (left.length > 0)
			await run(left.shift());
	};
	await Promise.all([work(), work()]);
}

export async function axe({ browser, report, server, sites, all }) {
	const pages = sites.filter((s) => !s.timed).flatMap((site) =>
		(all ? site.looked_at : site.samples).filter((p) => p.nature !== 'renvoi')
			.map(({ path }) => ({ site, path })));
	await in_pairs(pages, ({ site, path }) => with_page(browser, {}, async (page) => {
		await page.goto(server.at(site, `/${path}`));
		await page.evaluate(SOURCE);
		for (const look of LOOKS)
			await report.test(`axe: ${site.name}/${path}, ${look.width}, ${look.colorScheme}`,
				() => inspect(page, path, look));
	}));
}
