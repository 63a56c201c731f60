export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  globalSetup: '<rootDir>/test/support/bundle-source.js',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
  // Jest leaves one core free by default, which on two cores means one worker at a time.
  maxWorkers: '100%',
  // A process of half a gigabyte takes long to start git, which the tests do thousands of times.
  workerIdleMemoryLimit: '250MB',
  testTimeout: 30_000,
}
