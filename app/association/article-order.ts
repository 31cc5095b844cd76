/** « 6.1 » before « 13.2 ». */
export const byNumber = (one: string, other: string): number => one.localeCompare(other, 'fr', { numeric: true })
