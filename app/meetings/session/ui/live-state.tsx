/** Says when the page no longer follows the room by itself; says nothing while it does. */
export function LiveState({ connected }: { connected: boolean }) {
  return (
    <p role="status" className="text-[0.9375rem] text-muted">
      {connected ? null : 'Liaison interrompue : la page se remet à jour dès qu’elle revient.'}
    </p>
  )
}
