/** Does one step of the start and says how long it took. */
export async function step(name, work) {
  const began = performance.now()
  const result = await work()
  const seconds = ((performance.now() - began) / 1000).toFixed(1).replace('.', ',')
  console.log(`  ${name.padEnd(34, ' ')}${seconds.padStart(6)} s`)
  return result
}

/**
 * What is told once all is started: where things are, and that a real association does not belong on the embedded database.
 * @param {{ PUBLIC_URL: string, SMTP_URL?: string, embedded?: boolean }} settings
 * @param {{ demo: boolean, dev: boolean }} start
 */
export function placesOf({ PUBLIC_URL, SMTP_URL, embedded }, { demo, dev }) {
  const lines = [
    ['Adresse', PUBLIC_URL],
    demo && ['Comptes de la démo', `${PUBLIC_URL}/demo`],
    demo && !SMTP_URL && ['Courriels envoyés', `${PUBLIC_URL}/demo/courriels`],
    dev && ['Modèles des courriels', `${PUBLIC_URL}/dev/courriels`],
    embedded && !demo && ['Base de données', `PostgreSQL embarqué, pour essayer seulement : ${HOW_TO_GIVE_ANOTHER}`],
    ['Pour arrêter', 'Ctrl-C'],
  ]
  const told = lines.filter(Boolean).map(([what, where]) => `  ${what.padEnd(24, ' ')}${where}`)
  return `\n${told.join('\n')}\n`
}

const HOW_TO_GIVE_ANOTHER =
  'en production, donnez DATABASE_URL=postgresql://utilisateur:motdepasse@hote:5432/base (dans .env)'
