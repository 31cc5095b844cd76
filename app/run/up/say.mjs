/** Does one step of the start and says how long it took. */
export async function step(name, work) {
  const began = performance.now()
  const result = await work()
  const seconds = ((performance.now() - began) / 1000).toFixed(1).replace('.', ',')
  console.log(`  ${name.padEnd(34, ' ')}${seconds.padStart(6)} s`)
  return result
}
