// One lazy import for all of it: it takes a tenth of a second to load.
export { getOctokit } from '@actions/github'
export { retry } from '@octokit/plugin-retry'
