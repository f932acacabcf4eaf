/*
 * report.mjs: counts what passed and failed, and says each failure with its reasons.
 * It knows nothing of pages.
 */
const MOST_REASONS = 8;

export class Report {
	passed = 0;
	failed = 0;

	/* A test is a function that returns its list of faults: an empty one passes. A test
	 * that throws fails, so that nothing is skipped in silence. */
	async test(name, run) {
		let faults;
		try {
			faults = await run();
		} catch (error) {
			faults = [String(error.message ?? error)];
		}
		if (faults.length === 0) {
			this.passed++;
			return;
		}
		this.failed++;
		console.log(`not ok: ${name}`);
		for (const fault of faults.slice(0, MOST_REASONS))
			console.log(`\t${fault}`);
		if (faults.length > MOST_REASONS)
			console.log(`\tand ${faults.length - MOST_REASONS} more`);
	}

	/* Prints the count and returns the exit status. A run without any test has failed. */
	end() {
		console.log(`${this.passed} passed, ${this.failed} failed`);
		return this.failed === 0 && this.passed > 0 ? 0 : 1;
	}
}
