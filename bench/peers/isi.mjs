// One peer fills a template again and again; each line on standard input asks for so many papers,
// each line back holds the milliseconds that each took, and the last paper lies in `out`.
import fs from "node:fs";
import readline from "node:readline";

const [name, path, data, out] = process.argv.slice(2);
const template = fs.readFileSync(path);
const values = JSON.parse(fs.readFileSync(data, "utf8"));

const ways = {
  "easy-template-x": async () => {
    const { TemplateHandler } = await import("easy-template-x");
    const handler = new TemplateHandler();
    return () => handler.process(template, values);
  },
  docxtemplater: async () => {
    const { default: PizZip } = await import("pizzip");
    const { default: Docxtemplater } = await import("docxtemplater");
    return async () => {
      const paper = new Docxtemplater(new PizZip(template), { paragraphLoop: true });
      paper.render(values);
      return paper.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    };
  },
  carbone: async () => {
    const { default: carbone } = await import("carbone");
    return () =>
      new Promise((done, failed) =>
        carbone.render(path, values, (wrong, made) => (wrong ? failed(wrong) : done(made)))
      );
  },
  "docx-templates": async () => {
    const { createReport } = await import("docx-templates");
    return () => createReport({ template, data: values, cmdDelimiter: ["{", "}"], noSandbox: true });
  },
};

const fill = await ways[name]();
for await (const line of readline.createInterface({ input: process.stdin })) {
  const took = [];
  for (let n = 0; n < Number(line); n++) {
    fs.rmSync(out, { force: true });
    const began = performance.now();
    fs.writeFileSync(out, await fill());
    took.push(performance.now() - began);
  }
  process.stdout.write(JSON.stringify(took) + "\n");
}
process.exit(0);
