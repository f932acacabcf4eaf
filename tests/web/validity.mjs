/*
 * validity.mjs: every page of every site is valid HTML, as html-validate understands it.
 * What a browser makes of a page is not looked at here.
 */
import { HtmlValidate } from 'html-validate';

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

export async function validity({ report, sites }) {
	const validator = new HtmlValidate(CONFIG);
	for (const site of sites) {
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
