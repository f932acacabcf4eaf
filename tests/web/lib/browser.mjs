/*
 * browser.mjs: Debian's Chromium, and pages that keep what went wrong while they were
 * open. What is right or wrong on a page is for the suites to say.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';

const PROGRAMS = [process.env.CHROMIUM, '/usr/bin/chromium'];
export const FLAGS = [
	'--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
	'--disable-background-networking', '--disable-component-update', '--disable-sync',
];

export function program_of_browser() {
	const program = PROGRAMS.find((p) => p && existsSync(p));
	if (!program)
		throw new Error('no Chromium: install the package chromium, or set CHROMIUM');
	return program;
}

function launch_options() {
	return { executablePath: program_of_browser(), args: FLAGS };
}

export async function browser_open() {
	return chromium.launch(launch_options());
}

/* Runs a function with a page whose reader set letters of so many pixels, 16 being what
 * browsers come with. It is a setting of the person, not of the page: widths in em of
 * media queries follow it. */
export async function with_letters(pixels, width, run) {
	const profile = mkdtempSync(join(tmpdir(), 'tambour-letters-'));
	mkdirSync(join(profile, 'Default'));
	writeFileSync(join(profile, 'Default/Preferences'),
		JSON.stringify({ webkit: { webprefs: { default_font_size: pixels } } }));
	const context = await chromium.launchPersistentContext(profile,
		{ ...launch_options(), viewport: { width, height: 900 }, locale: 'fr-FR' });
	try {
		await stay_here(context);
		const [page] = context.pages();
		await run(page);
	} finally {
		await context.close();
		rmSync(profile, { recursive: true, force: true });
	}
}

/* Runs a function with a page of a new context and closes both. Options are those of a
 * context, and `width`. Faults holds what the browser complained of: words on the
 * console, scripts that failed, files not found, requests to another host. */
export async function with_page(browser, { width = 1440, height = 900, ...options }, run) {
	const context = await browser.newContext({
		viewport: { width, height }, locale: 'fr-FR', timezoneId: 'Europe/Paris', ...options,
	});
	context.setDefaultTimeout(20000);
	try {
		await stay_here(context);
		const page = await context.newPage();
		return await run(page, watch(page));
	} finally {
		await context.close();
	}
}

function is_here(address) {
	const url = new URL(address);
	return url.protocol === 'file:' || url.protocol === 'data:' ||
		url.hostname === '127.0.0.1' || url.hostname.endsWith('.localhost');
}

/* Other hosts answer with a page of their own: no request leaves the machine. */
const ELSEWHERE = '<!DOCTYPE html><html lang="fr"><title>Ailleurs</title>' +
	'<p>Une page d’un autre site.</p></html>';
async function stay_here(context) {
	await context.route((url) => !is_here(url.href),
		(route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: ELSEWHERE }));
}

function watch(page) {
	const faults = [];
	page.on('console', (m) => faults.push(`console: ${m.text()} on ${page.url()}`));
	page.on('pageerror', (e) => faults.push(`script: ${e.message} on ${page.url()}`));
	page.on('requestfailed', (r) => {
		/* Pictures that were still to come when the reader went on. */
		if (r.failure()?.errorText !== 'net::ERR_ABORTED')
			faults.push(`not loaded: ${r.url()}`);
	});
	page.on('request', (r) => {
		if (!is_here(r.url()))
			faults.push(`asked of another host: ${r.url()}`);
	});
	page.on('response', (r) => {
		if (r.status() >= 400 && !r.request().isNavigationRequest())
			faults.push(`${r.status()}: ${r.url()}`);
	});
	return faults;
}
