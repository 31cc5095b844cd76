/** What a route says in `handle.form` when it takes more than 1 MB: the file, and what is typed beside it. */
export const documentUpload = { bytes: 16_500_000 }

/** The same for a list or a statement of 5 MB. */
export const tableUpload = { bytes: 6_000_000, signs: 2_100_000 }
