/** Lower case without accents: « Févr. » → « fevr. ». */
export const plain = (text: string): string =>
  text.toLowerCase().replace(/œ/g, 'oe').normalize('NFD').replace(/\p{M}/gu, '')

/** The name of a column as vocabularies write it: « Date d’adhésion * » → « date d adhesion ». */
export const headerKey = (name: string): string =>
  plain(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
