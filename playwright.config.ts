import { defineConfig } from '@playwright/test'
import { findChromium } from './test/run/chromium.mjs'

const LONG_STORIES = [
  'assembly/general-assembly.spec.ts',
  'membership/exclusion.spec.ts',
  'dues/removal.spec.ts',
  'membership/admission.spec.ts',
]

export default defineConfig({
  testDir: 'test/e2e',
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  // a whole story again, on a machine shared with others; the report names it as flaky
  retries: process.env.CI ? 1 : 0,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['line'], ['json']] : 'line',
  globalSetup: './test/e2e/support/global-setup.ts',
  // the longest first: begun last they would keep one browser waiting for the other
  projects: [
    { name: 'pages', testMatch: 'demo/pages.spec.ts' },
    { name: 'long stories', testMatch: LONG_STORIES },
    { name: 'stories', testIgnore: ['demo/pages.spec.ts', ...LONG_STORIES] },
  ],
  use: {
    // set by the global setup, read again by each worker
    baseURL: process.env.BASE_URL,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    // a trace of every story takes as much of the machine as the browsers: on demand
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
