import { expect, test } from 'vitest'
import { ofName } from '~/statutes/french'

test.each([
  ['Inès Baudry', 'd’Inès Baudry'],
  ['Émilie Garnier', 'd’Émilie Garnier'],
  ['Œuvrard Étienne', 'd’Œuvrard Étienne'],
  ['Karim Benhaddou', 'de Karim Benhaddou'],
  ['Dr Étienne Œuvrard', 'du Dr Étienne Œuvrard'],
  ['Yann Le Goff', 'de Yann Le Goff'],
])('« de » loses its vowel before the one that a name begins with: %s', (name, said) => {
  expect(ofName(name)).toBe(said)
})
