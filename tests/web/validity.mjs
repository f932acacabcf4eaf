/*
 * validity.mjs: every page of every site is valid HTML, as html-validate understands it,
 * and every style sheet valid CSS, as csstree-validator does. What a browser makes of them
 * is not looked at here.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'csstree-validator';
import { HtmlValidate } from 'html-validate';
import { site_files } from './lib/pages.mjs';

const CONFIG = {
	root: true,
	extends: ['html-validate:recommended', 'html-validate:document'],
	rules: {
		/* Files come from the site itself, and a page opened from a disk could not
		 * check them; what another host would send must still be sealed. */
		'require-sri': ['error', { target: 'crossorigin' }],
		/* A title is what the commune wrote and the commune's name. Both are worth more,
		 * to a person and to RGAA 8.6, than the length that search engines show. */
		'long-title': 'off',
	},
};

/* A page of paper has margins (css-page-3), which the checker has never heard of. */
const UNKNOWN = /^Unknown at-rule descriptor `margin`$/;

function style_faults(site) {
	return site_files(site.folder).filter((path) => path.endsWith('.css')).flatMap((path) =>
		validate(readFileSync(join(site.folder, path), 'utf8'), path)
			.filter((e) => !UNKNOWN.test(e.message))
			.map((e) => `${path}:${e.line}:${e.column}: ${e.message} (${e.css ?? e.name ?? ''})`));
}

export async function validity({ report, sites }) {
	const validator = new HtmlValidate(CONFIG);
	for (const site of sites) {
		await report.test(`valid CSS: ${site.name}`, () => style_faults(site));
		await report.test(`valid HTML: ${site.name}, ${site.looked_at.length} pages`, async () => {
			const faults = [];
			for (const { path, html } of site.looked_at) {
				const { results } = await validator.validateString(html, path);
				for (const m of results.flatMap((r) => r.messages))
					faults.push(`${path}:${m.line}:${m.column}: ${m.ruleId}: ${m.message}`);
			}
			return faults;
		});
	}
}
