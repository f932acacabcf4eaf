/*
 * main.mjs: builds the sites under test, runs every suite and says how many tests passed.
 * What is tested, and how, is each suite's own business.
 */
import process from 'node:process';
import { browser_open } from './lib/browser.mjs';
import { Report } from './lib/report.mjs';
import { sites_build } from './lib/sites.mjs';
import { serve } from './lib/server.mjs';
import { axe } from './axe.mjs';
import { frame } from './frame.mjs';
import { hours } from './hours.mjs';
import { journeys } from './journeys.mjs';
import { layout } from './layout.mjs';
import { links } from './links.mjs';
import { machines } from './machines.mjs';
import { preview } from './preview.mjs';
import { print } from './print.mjs';
import { search } from './search.mjs';
import { validity } from './validity.mjs';
import { views } from './views.mjs';

const names = process.argv.slice(2).filter((a) => !a.startsWith('--'));
const flags = process.argv.slice(2).filter((a) => a.startsWith('--'));
const suites = { validity, links, machines, axe, layout, journeys, hours, frame, search, preview, print,
	views };
const only = flags.filter((f) => f !== '--all' && f !== '--update').map((f) => f.slice(2));
if (names.length > 1 || only.some((name) => !suites[name])) {
	console.error(`usage: tests/web/run [PROGRAM] [--all] [--update] [--${Object.keys(suites).join('] [--')}]`);
	process.exit(2);
}

const report = new Report();
const sites = sites_build(names[0]);
const browser = await browser_open();
const server = await serve(sites.root);
try {
	const world = { browser, report, server, sites: sites.list, program: sites.program, all: flags.includes('--all'),
		update: flags.includes('--update') };
	for (const [name, suite] of Object.entries(suites))
		if (only.length === 0 || only.includes(name))
			await suite(world);
} finally {
	await browser.close();
	server.close();
	sites.remove();
}
process.exit(report.end());
