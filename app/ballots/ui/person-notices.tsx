import { list } from '~/ui/format'
import { Notice } from '~/ui/notice'
import { ArticleChip } from '~/ui/article-chip'

/** Told to the chair before a vote on a person: that he is involved in it, and that his voice would not settle a tie. */
export function PersonNotice({ chair, casting }: { chair: string | null; casting: string | null }) {
  return (
    <Notice
      tone="warning"
      title={chair ? 'Un autre membre du Bureau devrait présider ce point' : 'Pas de voix prépondérante'}
    >
      {chair ? (
        <p>
          {chair} préside la séance et ne peut être juge de cette affaire. Mieux vaut qu’un autre membre du Bureau
          dirige ce point ; consignez-le dans les faits de séance. <Voice />
        </p>
      ) : null}
      {casting ? <NoCasting /> : null}
    </Notice>
  )
}

/** The same, on the console of the session, for the resolutions still to come. */
export function ChairNotice({ chair, numbers }: { chair: string; numbers: number[] }) {
  const which = numbers.length === 1 ? `de la résolution ${numbers[0]}` : `des résolutions ${list(numbers.map(String))}`
  return (
    <Notice tone="warning" title="Un autre membre du Bureau devrait présider ce point">
      <p>
        {chair} préside et ne peut être juge de l’affaire {which}. Mieux vaut qu’un autre membre du Bureau dirige ce
        point ; consignez-le dans les faits de séance. <Voice />
      </p>
    </Notice>
  )
}

const Voice = () => (
  <ArticleChip rule="6.4-a">
    Qui est concerné ou récusé garde sa voix de membre, qu’aucune clause ne lui retire
  </ArticleChip>
)

/** Said before and during the vote: a tie is then a rejection. */
export function NoCasting() {
  return (
    <p>
      En cas de partage des voix, la résolution est rejetée.{' '}
      <ArticleChip rule="13.2-d">Qui est concerné par l’affaire ou récusé n’a pas voix prépondérante</ArticleChip>
    </p>
  )
}
