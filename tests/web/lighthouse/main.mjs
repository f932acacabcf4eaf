/*
 * main.mjs: the marks that Lighthouse gives, on its mobile profile, to the home page, a
 * procedure and the list of acts of each theme. What it advises without a mark is its own
 * affair.
 */
import process from 'node:process';
import * as launcher from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { FLAGS, program_of_browser } from '../lib/browser.mjs';
import { Report } from '../lib/report.mjs';
import { serve } from '../lib/server.mjs';
import { THEMES, sites_build } from '../lib/sites.mjs';

const PAGES = ['index.html', 'demarches/carte-identite.html', 'actes/index.html'];
const LEAST = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 };

function faults_of({ lhr }) {
	if (lhr.runtimeError)
		return [lhr.runtimeError.message];
	return Object.entries(LEAST).flatMap(([name, least]) => {
		const { score, auditRefs } = lhr.categories[name];
		const mark = Math.round(score * 100);
		if (mark >= least)
			return [];
		const failed = auditRefs.filter((r) => r.weight > 0 && (lhr.audits[r.id].score ?? 1) < 1);
		return [`${name} ${mark}, not ${least}: ${failed.map((r) => r.id).join(', ')}`];
	});
}

const report = new Report();
/* Built today: the script of the pages hides alerts that have ended since. */
const today = new Date().toISOString().slice(0, 10);
const sites = sites_build(process.argv[2], THEMES, today);
const server = await serve(sites.root);
const chrome = await launcher.launch({
	chromePath: program_of_browser(), chromeFlags: [...FLAGS, '--headless'],
});
try {
	for (const site of sites.list)
		for (const path of PAGES)
			await report.test(`lighthouse: ${site.name}/${path}`, async () => {
				const result = await lighthouse(server.at(site, `/${path}`), {
					port: chrome.port, logLevel: 'error', onlyCategories: Object.keys(LEAST),
				});
				const marks = Object.entries(result.lhr.categories)
					.map(([name, { score }]) => `${name} ${Math.round(score * 100)}`);
				console.log(`${site.name}/${path}: ${marks.join(', ')}`);
				return faults_of(result);
			});
} finally {
	chrome.kill();
	server.close();
	sites.remove();
}
process.exit(report.end());
