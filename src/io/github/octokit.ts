// One lazy import for all of it: it takes a tenth of a second to load.
export { getOctokit } from '@actions/github'
export { defaults } from '@actions/github/lib/utils'
export { retry } from '@octokit/plugin-retry'
export { throttling } from '@octokit/plugin-throttling'
