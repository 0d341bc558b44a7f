import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { SettingGroupView, SettingsView, SettingView } from '../../../server/services/views/plant-view.ts';
import { useCalendars, useLadders, useSettings } from '../../api/plant-parts.ts';
import { Button } from '../../components/Button.tsx';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Message } from '../../components/Message.tsx';
import { useNow } from '../../components/NowProvider.tsx';
import { useLateTexts } from '../../texts/use-late-texts.ts';
import { useFormat, useTexts } from '../../texts/TextsProvider.tsx';
import card from './card.module.css';
import { ChangeList } from './ChangeList.tsx';
import { EditValues } from './EditValues.tsx';
import { saySpan } from './say-span.ts';
import { SettingsFrame } from './SettingsFrame.tsx';
import styles from './ValuesPage.module.css';

/** Limits and rates of the plant, by procedure. */
export function ValuesPage() {
  const { settings } = useLateTexts();
  const query = useSettings();
  return (
    <SettingsFrame place="values" lead={settings.valuesLead}>
      <Loaded query={query} skeleton={<CardSkeleton />} title={settings.valuesFailed} page={false}>
        {(data) => (
          <>
            {!data.mayChange && <p className={card.note}>{settings.onlyRead}</p>}
            <div className={card.cards}>
              {data.groups.map((group) => (
                <Group key={group.pointer} group={group} data={data} />
              ))}
            </div>
            <ChangeList part="settings:plant" />
          </>
        )}
      </Loaded>
    </SettingsFrame>
  );
}

/** A group of values: read, or being changed. */
function Group({ group, data }: { readonly group: SettingGroupView; readonly data: SettingsView }) {
  const { settings } = useLateTexts();
  const [stand, setStand] = useState<'read' | 'edit' | 'saved'>('read');
  if (stand === 'edit')
    return (
      <EditValues
        group={group}
        version={data.version}
        onDone={() => setStand('saved')}
        onCancel={() => setStand('read')}
      />
    );
  return (
    <section className={card.card} aria-labelledby={`group-${group.pointer.slice(1)}`}>
      <div className={card.head}>
        <h2 id={`group-${group.pointer.slice(1)}`} className={card.title}>
          {group.title}
        </h2>
        {data.mayChange && (
          <Button
            kind="soft"
            icon={<IconPencil size={16} aria-hidden />}
            aria-label={`${settings.change}: ${group.title}`}
            onClick={() => setStand('edit')}
          >
            {settings.change}
          </Button>
        )}
      </div>
      {stand === 'saved' && (
        <Message tone="ok" live>
          {settings.saved}
        </Message>
      )}
      <dl className={styles.values}>
        {group.settings.map((setting) => (
          <div key={setting.pointer} className={styles.value}>
            <dt>{setting.title}</dt>
            <dd>
              <Value setting={setting} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A value as it is read, and what comes after it. */
function Value({ setting }: { readonly setting: SettingView }) {
  const texts = { ...useTexts(), ...useLateTexts() };
  const { settings, parts } = texts;
  const format = useFormat();
  const now = useNow();
  const ladders = new Map(useLadders().data?.items.map(({ id, title }) => [id, title]));
  const calendars = new Map(useCalendars().data?.items.map(({ id, title }) => [id, title]));
  const say = (value: SettingView['value']): string => {
    if (value === null) return settings.noValue;
    if (typeof value === 'number') return format.number(value);
    if (typeof value === 'boolean') return value ? parts.yes : parts.no;
    if (setting.kind === 'duration') return saySpan(String(value), texts, calendars);
    return setting.kind === 'list' ? format.list(setting.shown) : (ladders.get(String(value)) ?? String(value));
  };
  return (
    <>
      {say(setting.value)}
      {setting.coming.map(({ from, value }) => (
        <span key={from} className={styles.coming}>
          {settings.comes(say(value), format.moment(Date.parse(from), now))}
        </span>
      ))}
    </>
  );
}
