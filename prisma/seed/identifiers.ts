/** Luhn's key after these figures. */
function keyOf(figures: string): number {
  const sum = [...figures].reverse().reduce((total, figure, index) => {
    const value = Number(figure) * (index % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return (10 - (sum % 10)) % 10
}

const withKey = (figures: string) => `${figures}${keyOf(figures)}`

/** Numbers with a true key, in ranges that nobody is given. */
export const rpps = (rank: number) => withKey(`109999${String(rank).padStart(4, '0')}`)
export const finess = (rank: number) => withKey(`9499${String(rank).padStart(4, '0')}`)
export const siret = (rank: number) => withKey(`${withKey(`9990${String(rank).padStart(4, '0')}`)}0001`)
