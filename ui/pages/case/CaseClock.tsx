import type { InstanceView } from '../../../server/services/views/instance-view.ts';
import { Clock } from '../../components/Clock.tsx';
import { Fact } from '../../components/Facts.tsx';
import { Moment } from '../../components/Moment.tsx';
import { useFormat } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';

/** What is promised of the whole case, and how long it stood still. Nothing where nothing is promised. */
export function CaseClock({ instance: { clock, endedAt } }: { readonly instance: InstanceView }) {
  const { oversight } = useLateTexts();
  const format = useFormat();
  return (
    <>
      {clock.dueAt !== null && endedAt === null && (
        <Fact label={oversight.caseDue}>
          <Clock dueAt={clock.dueAt} soonAt={clock.soonAt} look="line" />
        </Fact>
      )}
      {clock.suspendedAt !== null && (
        <Fact label={oversight.paused}>
          {oversight.waitingFor(clock.suspendedFor ?? '')} <Moment at={clock.suspendedAt} />
        </Fact>
      )}
      {clock.suspendedMs > 0 && (
        <Fact label={oversight.pausedSoFar}>{format.number(Math.round(clock.suspendedMs / 360_000) / 10)} h</Fact>
      )}
    </>
  );
}
