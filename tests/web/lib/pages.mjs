/*
 * pages.mjs: the pages of a published site, read from disk. It trusts that attributes
 * stand between double quotes, which html-validate holds.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

function files_below(folder) {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		return entry.isDirectory() ? files_below(path) : [path];
	});
}

/* The words between quotes of every attribute of this name. */
export function attributes(html, name) {
	const found = html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'));
	return [...found].map((m) => m[1].replaceAll('&amp;', '&').replaceAll('&quot;', '"'));
}

export function site_files(folder) {
	return files_below(folder).map((f) => relative(folder, f).split(sep).join('/')).sort();
}

export function site_pages(folder) {
	return site_files(folder).filter((path) => path.endsWith('.html')).map((path) => {
		const html = readFileSync(join(folder, path), 'utf8');
		const nature = /<body class="nature-([a-z]+)"/.exec(html)?.[1];
		return { path, html, nature };
	});
}

/* One page per template, the fullest. One that leads on at once cannot be looked at. */
export function page_per_template(pages) {
	const best = new Map();
	for (const page of pages.filter((p) => p.nature !== 'renvoi')) {
		const held = best.get(page.nature);
		if (!held || page.html.length > held.html.length)
			best.set(page.nature, page);
	}
	return [...best.values()];
}
