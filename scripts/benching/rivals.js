// Times the checkers of prose for Node on the texts of standard input: JSON in ([text]), JSON out ({name: [[ms, findings]]}).
// Processor time of this process, warmed up; what is not installed is left out.

const texts = JSON.parse(
  await new Promise((resolve) => {
    let given = "";
    process.stdin
      .setEncoding("utf-8")
      .on("data", (part) => (given += part))
      .on("end", () => resolve(given));
  }),
);

const WARM = 10; // compilers go on in the background after the first text

/** @param {(text: string) => Promise<number> | number} run */
async function timed(run) {
  for (const text of texts.slice(0, WARM)) await run(text);
  const rows = [];
  for (const text of texts) {
    const before = process.cpuUsage();
    const found = await run(text);
    const spent = process.cpuUsage(before);
    rows.push([(spent.user + spent.system) / 1000, found]);
  }
  return rows;
}

const makers = {
  "write-good": async () => {
    const { default: writeGood } = await import("write-good");
    return (text) => writeGood(text).length;
  },
  "harper.js": async () => {
    const { LocalLinter } = await import("harper.js");
    const { binaryInlined } = await import("harper.js/binaryInlined");
    const linter = new LocalLinter({ binary: binaryInlined });
    return async (text) => (await linter.lint(text)).length;
  },
};

const answer = {};
for (const [name, make] of Object.entries(makers)) {
  try {
    answer[name] = await timed(await make());
  } catch (error) {
    if (error?.code !== "ERR_MODULE_NOT_FOUND") throw error;
  }
}
process.stdout.write(JSON.stringify(answer));
