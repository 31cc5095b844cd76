// npm run licences: writes the list of what a server runs, and under which licences
import { asText, productionPackages, writeList } from './build/licences.mjs'

writeList(asText(await productionPackages()))
