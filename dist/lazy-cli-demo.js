import { createRequire as __keylatchRequire } from 'node:module'; const require = __keylatchRequire(import.meta.url);
import {
  Problem
} from "./shared-core-problem.js";
import "./shared-runtime.js";

// src/cli/demo.ts
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
async function demoCommand(action, flags, console) {
  console.print(
    "A throwaway repository, three commits on a branch, keys made up on the spot.\nThe Action runs on its pull request as on GitHub:\n\n"
  );
  const { log, summary, exitCode } = runDemo(fileURLToPath(action));
  const coloured = console.colour && !flags.has("no-color");
  const { annotations, rest } = partsOf(coloured ? log : stripVTControlCharacters(log));
  const whole = flags.has("verbose");
  const section = (title, text) => console.print(`\u2500\u2500 ${title} ${"\u2500".repeat(76 - title.length)}
${text}
`);
  section(
    "annotations on the lines of the pull request",
    `${(whole ? annotations : annotations.map(shortened)).join("\n")}
`
  );
  section("log of the step", `
${rest}`);
  section("job summary (Markdown)", whole ? summary : beginning(summary));
  const blocked = exitCode === 1;
  console.print(
    blocked ? "The step failed with exit code 1, so the merge is blocked. Everything made for this demo is gone again.\n" : `The step ended with exit code ${exitCode}, and it should have been 1.
`
  );
  return blocked ? 0 : 2;
}
function partsOf(log) {
  const lines = log.split("\n");
  const isAnnotation = (line) => /^::(?:error|warning|notice) /.test(line);
  return { annotations: lines.filter(isAnnotation), rest: lines.filter((line) => !isAnnotation(line)).join("\n") };
}
function shortened(annotation) {
  const [, level = "", list = ""] = /^::(\w+) (.*?)::/.exec(annotation) ?? [];
  const of = Object.fromEntries(list.split(",").map((pair) => pair.split("=", 2)));
  return `  ${level}  ${`${of.file}${of.line ? `:${of.line}` : ""}`.padEnd(20)}  ${decodeURIComponent(of.title ?? "")}`;
}
function beginning(summary) {
  const [head = "", ...more] = summary.split(/^(?=### )/m);
  const left = more.join("").split("\n").length;
  return `${head}\u2026 and ${left} more lines: every finding with its place, why it matters and how to fix it; \`--verbose\` shows them
`;
}
function runDemo(actionFile) {
  const folder = mkdtempSync(join(tmpdir(), "keylatch-demo-"));
  try {
    const repository = join(folder, "repository");
    const { base, head } = makePullRequest(repository);
    return runAction(actionFile, folder, repository, base, head);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
function makePullRequest(repository) {
  const [id, secret, password] = [keyId(), secretKey(), `Pw-${randomBytes(9).toString("base64url")}7x`];
  mkdirSync(repository, { recursive: true });
  git(repository, "init", "--quiet", "--initial-branch=main");
  const base = commit(repository, "Serve the shop", { "README.md": "# shop\n", "main.tf": SERVER });
  git(repository, "checkout", "--quiet", "-b", "faster-deploys");
  commit(repository, "Deploy from a script", { "scripts/deploy.sh": deployScript(id, secret) });
  commit(repository, "Take the key out again", {
    "scripts/deploy.sh": deployScript("$DEPLOY_KEY_ID", "$DEPLOY_SECRET")
  });
  const head = commit(repository, "Let the server set itself up", {
    "main.tf": `${SERVER.slice(0, -2)}
${userData(password)}}
`,
    "deploy-policy.json": WIDE_POLICY
  });
  return { base, head };
}
function runAction(actionFile, folder, repository, base, head) {
  const file = (name, content = "") => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const summary = file("summary.md");
  const event = {
    action: "opened",
    number: 7,
    pull_request: {
      number: 7,
      base: { sha: base, ref: "main", repo: { full_name: "octo-org/shop", fork: false } },
      head: { sha: head, ref: "faster-deploys", repo: { full_name: "octo-org/shop", fork: false } }
    },
    repository: { full_name: "octo-org/shop", default_branch: "main", private: true }
  };
  const { PATH, Path, SystemRoot, TEMP, TMP, HOME, USERPROFILE } = process.env;
  const result = spawnSync(process.execPath, [actionFile], {
    cwd: repository,
    encoding: "utf8",
    env: {
      ...clean({ PATH, Path, SystemRoot, TEMP, TMP, HOME, USERPROFILE }),
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_EVENT_NAME: "pull_request",
      GITHUB_EVENT_PATH: file("event.json", JSON.stringify(event)),
      GITHUB_REPOSITORY: "octo-org/shop",
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_API_URL: "http://127.0.0.1:9",
      GITHUB_SHA: head,
      GITHUB_REF: "refs/pull/7/merge",
      GITHUB_WORKSPACE: repository,
      GITHUB_OUTPUT: file("output"),
      GITHUB_ENV: file("env"),
      GITHUB_STATE: file("state"),
      GITHUB_STEP_SUMMARY: summary,
      RUNNER_TEMP: folder,
      ...inputs()
    }
  });
  if (result.error) throw new Problem(`the demo could not start ${actionFile}: ${result.error.message}`);
  return { log: result.stdout + result.stderr, summary: readFileSync(summary, "utf8"), exitCode: result.status ?? 2 };
}
function inputs() {
  const values = { scan: "auto", annotations: "true", summary: "true" };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
}
function commit(repository, message, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    writeFileSync(join(repository, path), text);
  }
  git(repository, "add", "--all");
  git(repository, "commit", "--quiet", "--no-verify", "--message", message);
  return git(repository, "rev-parse", "HEAD").trim();
}
function git(repository, ...words) {
  const identity = ["-c", "user.name=Mona", "-c", "user.email=mona@example.com", "-c", "commit.gpgSign=false"];
  const result = spawnSync(
    "git",
    ["-C", repository, ...identity, "-c", "core.hooksPath=", "-c", "core.autocrlf=false", ...words],
    {
      encoding: "utf8",
      env: {
        ...process.env,
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_TEMPLATE_DIR: "",
        GIT_DIR: void 0,
        GIT_INDEX_FILE: void 0
      }
    }
  );
  if (result.error) throw new Problem("the demo needs git, and it was not found in the PATH; install git");
  if (result.status !== 0)
    throw new Problem(`the demo could not make its repository: git ${words[0]}: ${result.stderr.trim()}`);
  return result.stdout;
}
function clean(env) {
  return Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== void 0));
}
function keyId() {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  return `AK${"IA"}Q${[...randomBytes(15)].map((byte) => letters[byte % 32]).join("")}`;
}
function secretKey() {
  for (; ; ) {
    const key = randomBytes(30).toString("base64");
    if (/[a-z]/.test(key) && /[A-Z]/.test(key) && /\d/.test(key) && new Set(key).size > 22) return key;
  }
}
var deployScript = (id, secret) => `#!/bin/sh
export AWS_ACCESS_KEY_ID=${id}
export AWS_SECRET_ACCESS_KEY=${secret}
aws s3 sync build s3://shop-assets
`;
var SERVER = `resource "aws_instance" "shop" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t3.small"
}
`;
var userData = (password) => `  user_data = <<-EOF
    #!/bin/bash
    export DB_PASSWORD='${password}'
    /opt/shop/start
  EOF
`;
var WIDE_POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"],
      "Resource": "*"
    }
  ]
}
`;
export {
  demoCommand,
  runDemo
};
