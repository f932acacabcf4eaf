// server.mjs: a git server over https, honest or not, for tests/git/network.sh.
// usage: node server.mjs REPOSITORY KEY CERTIFICATE PORT-FILE
// The first part of the path says how it behaves: /honest/, /cut/ (stops in the middle of
// the pack), /slow/ (a byte now and then), /silent/ (takes the connection, says nothing),
// /endless-refs/, /endless-pack/, /closed/ (401), /absent/ (404), /garbage/, /words/ (an
// error with terminal codes), /away/ (redirects to plain http).
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import https from "node:https";

const [repository, key, cert, portFile] = process.argv.slice(2);

const packet = (text) =>
	(Buffer.byteLength(text) + 4).toString(16).padStart(4, "0") + text;
const advertised = { "Content-Type": "application/x-git-upload-pack-advertisement" };
const result = { "Content-Type": "application/x-git-upload-pack-result" };

function uploadPack(request, response, more) {
	const advertise = request.method === "GET";
	const git = spawn("git", ["upload-pack", "--stateless-rpc",
		...(advertise ? ["--advertise-refs"] : []), repository]);
	response.writeHead(200, advertise ? advertised : result);
	if (advertise)
		response.write(packet("# service=git-upload-pack\n") + "0000");
	request.pipe(git.stdin);
	git.stdin.on("error", () => {});
	more(git.stdout, response, advertise);
}

const whole = (from, response) => from.pipe(response);

// Half of what there is to send, then nothing and no end.
function cut(from, response, advertise) {
	if (advertise)
		return whole(from, response);
	const chunks = [];
	from.on("data", (c) => chunks.push(c));
	from.on("end", () => {
		const all = Buffer.concat(chunks);
		response.write(all.subarray(0, all.length / 2), () => response.destroy());
	});
}

// A pack that says it holds many objects, each random: the sideband never ends.
function endlessPack(from, response, advertise) {
	if (advertise)
		return whole(from, response);
	from.resume();
	const head = Buffer.from("PACK\0\0\0\x02\x7f\xff\xff\xff", "latin1");
	const band = (bytes) => Buffer.concat([
		Buffer.from((bytes.length + 5).toString(16).padStart(4, "0") + "\x01", "latin1"),
		bytes]);
	response.write(packet("NAK\n"));
	response.write(band(head));
	// A stored (not compressed) blob of 1 MiB, over and over, each with other bytes.
	const more = () => {
		while (!response.destroyed && response.write(band(blob())));
	};
	response.on("drain", more);
	more();
}

let count = 0;
function blob() {
	const size = 60000;
	const body = Buffer.alloc(size);
	body.writeUInt32BE(count++, 0);
	// type 3 (blob), its size in the variable length of packs
	const head = [];
	let rest = size >> 4, byte = (3 << 4) | (size & 15);
	while (rest) {
		head.push(byte | 0x80);
		byte = rest & 0x7f;
		rest >>= 7;
	}
	head.push(byte);
	let a = 1, b = 0;
	for (const c of body) {
		a = (a + c) % 65521;
		b = (b + a) % 65521;
	}
	const zlib = Buffer.alloc(2 + 5 + size + 4);
	zlib.writeUInt16BE(0x7801, 0);
	zlib[2] = 1;
	zlib.writeUInt16LE(size, 3);
	zlib.writeUInt16LE(~size & 0xffff, 5);
	body.copy(zlib, 7);
	zlib.writeUInt32BE(((b << 16) | a) >>> 0, 7 + size);
	return Buffer.concat([Buffer.from(head), zlib]);
}

function endlessRefs(response) {
	response.writeHead(200, advertised);
	response.write(packet("# service=git-upload-pack\n") + "0000");
	let n = 0;
	const more = () => {
		for (;;) {
			const lines = Array.from({ length: 1000 }, () => packet(
				`${(++n).toString(16).padStart(40, "0")} refs/heads/b${n}\n`));
			if (response.destroyed || !response.write(lines.join("")))
				return;
		}
	};
	response.on("drain", more);
	more();
}

function slow(response) {
	response.writeHead(200, advertised);
	const text = packet("# service=git-upload-pack\n") + "0000";
	let at = 0;
	const timer = setInterval(() => {
		response.write(text[at++ % text.length]);
	}, 100);
	response.on("close", () => clearInterval(timer));
}

const behaviours = {
	honest: (q, r) => uploadPack(q, r, whole),
	cut: (q, r) => uploadPack(q, r, cut),
	"endless-pack": (q, r) => uploadPack(q, r, endlessPack),
	"endless-refs": (q, r) => endlessRefs(r),
	slow: (q, r) => slow(r),
	silent: () => {},
	closed: (q, r) => r.writeHead(401, { "WWW-Authenticate": "Basic realm=x" }).end(),
	absent: (q, r) => r.writeHead(404).end(),
	garbage: (q, r) => r.writeHead(200, advertised).end("<html>Bonjour</html>"),
	words: (q, r) => r.writeHead(200, advertised).end(
		packet("# service=git-upload-pack\n") + "0000" +
		packet("ERR \x1b[2Jcommit 0123\ncommit 4567\n")),
	away: (q, r) => r.writeHead(302, { Location: "http://127.0.0.1:9" + q.url }).end(),
};

const server = https.createServer({ key: readFileSync(key), cert: readFileSync(cert) },
	(request, response) => {
		const behave = behaviours[request.url.split("/")[1]];
		response.on("error", () => {});
		if (behave)
			behave(request, response);
		else
			response.writeHead(404).end();
	});
server.listen(0, "127.0.0.1", () => writeFileSync(portFile, `${server.address().port}\n`));
