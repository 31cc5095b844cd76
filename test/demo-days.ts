/**
 * Twenty-four days of two years, a leap one: the ends and middles of months, the last week, changes of hour. `npm test` takes
 * the first three, `npm run test:days` all of them (DEMO_DAYS=all).
 */
export const DEMO_DAYS = [
  ...['2026-11-30', '2028-02-29', '2027-01-01'],
  ...['2026-12-15', '2026-12-31', '2027-01-15', '2027-01-31', '2027-02-15', '2027-02-28', '2027-03-28', '2027-04-15'],
  ...['2027-05-01', '2027-05-31', '2027-06-15', '2027-07-01', '2027-07-31', '2027-08-15', '2027-09-30', '2027-10-31'],
  ...['2027-11-15', '2027-12-01', '2027-12-27', '2028-01-01', '2028-03-01'],
]

export const demoDays = () => (process.env.DEMO_DAYS === 'all' ? DEMO_DAYS : DEMO_DAYS.slice(0, 3))
