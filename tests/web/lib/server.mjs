/*
 * server.mjs: a plain server of files, as the cheapest web host is: no redirect, no
 * listing, no guess. It serves the folders of several sites side by side, and each one a
 * second time below a sub-folder.
 */
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const TYPES = {
	'.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml',
	'.png': 'image/png', '.jpg': 'image/jpeg', '.xml': 'application/xml',
	'.txt': 'text/plain; charset=utf-8', '.pdf': 'application/pdf', '.csv': 'text/csv',
};
/* What docs/hosting.md tells servers to send: pages must work under it. */
const POLICY = /add_header Content-Security-Policy "([^"]+)"/.exec(
	readFileSync(new URL('../../../docs/hosting.md', import.meta.url), 'utf8'))[1];
export const BELOW = '/sous/dossier/';

/* Host names choose the site, as on a shared server: bocage.localhost, base.localhost. */
function file_of(root, host, path) {
	const site = host.split('.')[0];
	let inside = decodeURIComponent(path);
	if (inside.startsWith(BELOW))
		inside = inside.slice(BELOW.length - 1);
	if (inside.endsWith('/'))
		inside += 'index.html';
	return join(root, site, 'public', normalize(inside));
}

async function answer(root, request, response) {
	const { pathname } = new URL(request.url, 'http://localhost');
	const host = request.headers.host;
	const file = file_of(root, host, pathname);
	try {
		const bytes = await readFile(file);
		response.writeHead(200, {
			'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
			'content-security-policy': POLICY,
		});
		response.end(bytes);
	} catch {
		response.writeHead(404,
			{ 'content-type': TYPES['.html'], 'content-security-policy': POLICY });
		response.end(await readFile(file_of(root, host, '/404.html')));
	}
}

export async function serve(root) {
	const server = createServer((request, response) => {
		answer(root, request, response).catch(() => response.destroy());
	});
	await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
	const { port } = server.address();
	return {
		close: () => server.close(),
		at: (site, path = '/') => `http://${site.name}.localhost:${port}${path}`,
	};
}
