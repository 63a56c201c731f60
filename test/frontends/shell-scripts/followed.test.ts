import { expect, test } from 'vitest'
import { snapshot } from '../support.ts'

const ARN = 'arn:aws:iam::aws:policy'
const ATTACH = 'aws iam attach-role-policy --role-name r --policy-arn'
const ADMIN = `${ATTACH} ${ARN}/AdministratorAccess`
const JSON_ADMIN = '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'

/** What hands the administrator's ARN to the command line, each in a file of its own. */
const HANDED_OVER: Record<string, Record<string, string>> = {
  'an array in a loop': {
    'a.sh': `P=(${ARN}/ReadOnlyAccess ${ARN}/AdministratorAccess)\nfor p in "\${P[@]}"; do ${ATTACH} "$p"; done`,
  },
  'a list in a variable': {
    'a.sh': `P="ReadOnlyAccess AdministratorAccess"\nfor p in $P; do ${ATTACH} ${ARN}/$p; done`,
  },
  'lines of a here-document': {
    'a.sh': `while read -r p; do ${ATTACH} "$p"; done <<EOF\n${ARN}/AdministratorAccess\nEOF`,
  },
  'a here-string': { 'a.sh': `while read -r p; do ${ATTACH} "$p"; done <<< "${ARN}/AdministratorAccess"` },
  'fields of what is piped into a loop': {
    'a.sh': `echo "r ${ARN}/AdministratorAccess" | while read -r role arn; do aws iam attach-role-policy --role-name $role --policy-arn $arn; done`,
  },
  'xargs with a place for the item': {
    'a.sh': `printf '%s\\n' ReadOnlyAccess AdministratorAccess | xargs -I{} ${ATTACH} ${ARN}/{}`,
  },
  'a command in an array': { 'a.sh': `cmd=(${ADMIN})\n"\${cmd[@]}"` },
  'one way of a case': {
    'a.sh': `case $1 in\n  admin) P=${ARN}/AdministratorAccess ;;\n  *) P=${ARN}/ReadOnlyAccess ;;\nesac\n${ATTACH} $P`,
  },
  'one way of an if, put into another variable': {
    'a.sh': `N=ReadOnlyAccess\nif [ -n "$1" ]; then N=AdministratorAccess; else N=ViewOnlyAccess; fi\nP="${ARN}/$N"\n${ATTACH} "$P"`,
  },
  'arguments that are left after a shift': {
    'a.sh': `f() { local role=$1; shift; for p in "$@"; do aws iam attach-role-policy --role-name "$role" --policy-arn "$p"; done; }\nf r ${ARN}/ReadOnlyAccess ${ARN}/AdministratorAccess`,
  },
  'a function of another file': {
    'a.sh': '#!/bin/bash\nsource "$(dirname "$0")/lib.sh"\nattach AdministratorAccess',
    'lib.sh': `attach() { ${ATTACH} "${ARN}/$1"; }`,
  },
  'a file of arguments': {
    'a.sh': 'aws iam attach-role-policy --cli-input-json file://in.json',
    'in.json': `{"RoleName":"r","PolicyArn":"${ARN}/AdministratorAccess"}`,
  },
  'a file of arguments in YAML': {
    'a.sh': 'aws iam attach-role-policy --cli-input-yaml file://in.yaml',
    'in.yaml': `RoleName: r\nPolicyArn: ${ARN}/AdministratorAccess\n`,
  },
  'the command line in a container': { 'a.sh': ADMIN.replace(/^aws/, 'docker run --rm -it amazon/aws-cli:2.15') },
  'the environment of a workflow': {
    '.github/workflows/a.yml': `on: push\nenv: { P: ${ARN}/AdministratorAccess }\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: ${ATTACH} "$P"`,
  },
  'an expression for the environment of a workflow': {
    '.github/workflows/a.yml': `on: push\njobs:\n  a:\n    runs-on: x\n    env: { P: AdministratorAccess }\n    steps:\n      - run: ${ATTACH} '${ARN}/\${{ env.P }}'`,
  },
  'a matrix': {
    '.github/workflows/a.yml': `on: push\njobs:\n  a:\n    runs-on: x\n    strategy: { matrix: { p: [ReadOnlyAccess, AdministratorAccess] } }\n    steps:\n      - run: ${ATTACH} ${ARN}/\${{ matrix.p }}`,
  },
  'variables of GitLab': {
    '.gitlab-ci.yml': `variables: { P: AdministratorAccess }\ndeploy:\n  script:\n    - ${ATTACH} ${ARN}/$P`,
  },
  Buildkite: { '.buildkite/pipeline.yml': `steps:\n  - command: ${ADMIN}` },
  Drone: { '.drone.yml': `kind: pipeline\nsteps:\n  - name: a\n    commands: ["${ADMIN}"]` },
  Task: { 'Taskfile.yml': `version: '3'\ntasks:\n  a:\n    cmds:\n      - cmd: ${ADMIN}` },
  just: { justfile: `policy := "AdministratorAccess"\n\nattach role='r':\n    @${ATTACH} ${ARN}/{{policy}}\n` },
  'the scripts of a package': { 'package.json': JSON.stringify({ scripts: { attach: ADMIN } }) },
  'a program in Python': { 'a.py': `import subprocess\nsubprocess.run(${JSON.stringify(ADMIN.split(' '))})` },
  'a program in JavaScript': { 'a.js': `const { execSync } = require('child_process')\nexecSync('${ADMIN}')` },
  'a cmdlet': { 'a.ps1': `$arn = "${ARN}/AdministratorAccess"\nRegister-IAMRolePolicy -RoleName r -PolicyArn $arn` },
  'PowerShell over several lines': {
    'a.ps1': `aws iam attach-role-policy \`\n  --role-name r \`\n  --policy-arn ${ARN}/AdministratorAccess`,
  },
}

test.each(Object.entries(HANDED_OVER))('%s', (_name, files) => {
  expect(snapshot(files).attachments()).toContain(`${ARN}/AdministratorAccess -> role r`)
})

/** The same for a document. */
const DOCUMENTS: Record<string, Record<string, string>> = {
  jq: {
    'a.sh': `D=$(jq -n --arg a '*' '{Statement:[{Effect:"Allow",Action:$a,Resource:"*"}]}')\naws iam put-role-policy --role-name r --policy-name p --policy-document "$D"`,
  },
  'an object in a file of arguments': {
    'a.sh': 'aws iam put-role-policy --cli-input-yaml file://in.yaml',
    'in.yaml': `RoleName: r\nPolicyName: p\nPolicyDocument: ${JSON_ADMIN}\n`,
  },
  'a here-string of PowerShell': {
    'a.ps1': `$doc = @"\n${JSON_ADMIN}\n"@\nWrite-IAMRolePolicy -RoleName r -PolicyName p -PolicyDocument $doc`,
  },
  'escaped quotes of PowerShell': {
    'a.ps1': `Write-IAMRolePolicy -RoleName r -PolicyName p -PolicyDocument "${JSON_ADMIN.replaceAll('"', '`"')}"`,
  },
  'a file that PowerShell reads': {
    'a.ps1': 'Write-IAMRolePolicy -RoleName r -PolicyName p -PolicyDocument (Get-Content -Raw ./p.json)',
    'p.json': JSON_ADMIN,
  },
}

test.each(Object.entries(DOCUMENTS))('a document: %s', (_name, files) => {
  expect(snapshot(files).policies()).toContain('identity role r: Allow * *')
})

test('what a script alone does not decide is told, and an emulator is no account', () => {
  const emulated = [`awslocal ${ADMIN.slice(4)}`, `${ADMIN} --endpoint-url=http://localhost:4566`].join('\n')
  expect(snapshot({ 'a.sh': emulated }).attachments()).toEqual([])
  expect(snapshot({ 'a.ps1': `Register-IAMRolePolicy -RoleName r -PolicyArn $Arn` }).all('attachment')).toMatchObject([
    { policyArn: { value: '\uE000', reference: '$Arn' } },
  ])
})
