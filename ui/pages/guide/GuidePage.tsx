import { IconPrinter } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { GuideView } from '../../../server/services/views/guide-view.ts';
import { useGuide, useWorkflowDiagram } from '../../api/guides.ts';
import { Button, LinkButton } from '../../components/Button.tsx';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { Fact, Facts } from '../../components/Facts.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { WayThrough } from '../../diagram/WayThrough.tsx';
import { useFormat, useTexts } from '../../texts/TextsProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import styles from './GuidePage.module.css';
import { GuideSteps } from './GuideSteps.tsx';

/** A procedure on one page, for reading and for the wall: what it is for, its picture, and who does what by when. */
export function GuidePage({ workflow }: { readonly workflow: string }) {
  const { guide } = useLateTexts();
  const query = useGuide(workflow);
  return (
    <div className={styles.page}>
      <Loaded
        query={query}
        skeleton={<CardSkeleton />}
        notFound={{ title: guide.notFoundTitle, text: guide.notFoundText }}
      >
        {(loaded) => <Guide guide={loaded} />}
      </Loaded>
    </div>
  );
}

function Guide({ guide }: { readonly guide: GuideView }) {
  const { cases, start } = useTexts();
  const { guide: words } = useLateTexts();
  const diagram = useWorkflowDiagram(guide.id);
  return (
    <>
      <PageHeader
        title={guide.title}
        above={
          <>
            <Link href="/start">{start.title}</Link>
            <span aria-hidden>/</span>
            <span>{words.version(guide.version)}</span>
          </>
        }
        lead={guide.about}
        acts={
          <span className="gf-screen-only">
            <Button kind="soft" size="toolbar" icon={<IconPrinter size={17} aria-hidden />} onClick={() => print()}>
              {cases.print}
            </Button>{' '}
            {guide.startable && (
              <LinkButton kind="main" size="toolbar" href={`/start/${encodeURIComponent(guide.id)}`}>
                {words.start}
              </LinkButton>
            )}
          </span>
        }
      />
      <div className={styles.columns}>
        <div className={styles.column}>
          {guide.purpose !== null && (
            <section aria-labelledby="purpose" className={styles.part}>
              <h2 id="purpose">{words.purpose}</h2>
              <p>{guide.purpose}</p>
            </section>
          )}
          {guide.watch.length > 0 && (
            <section aria-labelledby="watch" className={styles.part}>
              <h2 id="watch">{words.watch}</h2>
              <ul className={styles.watch}>
                {guide.watch.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <GuideFacts guide={guide} />
      </div>
      <Loaded query={diagram} skeleton={<CardSkeleton cards={1} />} title={cases.diagramFailed} page={false}>
        {(loaded) => <WayThrough diagram={loaded} />}
      </Loaded>
      <GuideSteps steps={guide.steps} />
    </>
  );
}

/** Who begins and owns it, what comes of it. */
function GuideFacts({ guide }: { readonly guide: GuideView }) {
  const { guide: words } = useLateTexts();
  const format = useFormat();
  const titles = (list: readonly { readonly title: string }[]) => format.list(list.map(({ title }) => title));
  return (
    <section aria-label={words.facts} className={styles.part}>
      <h2>{words.facts}</h2>
      <Facts facts={[]}>
        <Fact label={words.starters}>{titles(guide.starters)}</Fact>
        {guide.schedules.length > 0 && <Fact label={words.schedules}>{format.list(guide.schedules)}</Fact>}
        {guide.owners.length > 0 && <Fact label={words.owners}>{titles(guide.owners)}</Fact>}
        {guide.documents.length > 0 && (
          <Fact label={words.documents}>
            <ul>
              {guide.documents.map(({ code, title }) => (
                <li key={code + title}>
                  <span className="gf-code">{code}</span> {title}
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {guide.calls.length > 0 && (
          <Fact label={words.calls}>
            <ul>
              {guide.calls.map(({ id, title }) => (
                <li key={id}>
                  <Link href={`/guides/${encodeURIComponent(id)}`}>{title}</Link>
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {guide.commands.length > 0 && (
          <Fact label={words.commands}>
            <ul>
              {guide.commands.map(({ title, who, signed }) => (
                <li key={title}>
                  {title}
                  {who !== '' && `: ${who}`}
                  {signed !== null && ` (${words.signs(signed)})`}
                </li>
              ))}
            </ul>
          </Fact>
        )}
        <Fact label={words.ends}>{titles(guide.ends)}</Fact>
      </Facts>
    </section>
  );
}
