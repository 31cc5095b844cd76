import fs from 'node:fs'

/** Chromium without a window to draw: the same pages for a third less of the machine. */
export const HEADLESS = '/usr/bin/chromium-headless-shell'

const PLACES = [
  HEADLESS,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The system's Chromium, or the one named by CHROMIUM; `undefined` leaves it to Playwright's own. */
export const findChromium = () => process.env.CHROMIUM || PLACES.find((place) => fs.existsSync(place))
