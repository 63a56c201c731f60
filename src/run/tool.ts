declare const KEYLATCH_VERSION: string | undefined

/** Who made a report. The version is put in by the build; sources run by tests have none. */
export const TOOL = {
  name: 'Keylatch',
  version: typeof KEYLATCH_VERSION === 'string' ? KEYLATCH_VERSION : '0.0.0-dev',
  informationUri: 'https://github.com/keylatch/keylatch',
} as const
