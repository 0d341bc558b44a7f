import type { ReactNode } from 'react';
import type { Json } from '../../engine/model/json.ts';
import { classNames } from '../components/class-names.ts';
import type { Format } from '../texts/format.ts';
import { useFormat, useTexts } from '../texts/TextsProvider.tsx';
import type { Texts } from '../texts/texts.ts';
import styles from './DateRuler.module.css';
import { useForm } from './FormContext.tsx';
import { planRuler, type RulerPlan } from './plan-ruler.ts';

/** A picture of a date between the dates that matter for it, where the form has one for this field. */
export function DateRuler({ field, value }: { readonly field: string; readonly value: Json | undefined }) {
  const { rulers } = useForm();
  const { form } = useTexts();
  const format = useFormat();
  const ruler = rulers.find((each) => `/${each.field}` === field);
  const plan = ruler === undefined ? null : planRuler(ruler, typeof value === 'string' ? value : null);
  if (plan === null) return null;
  const { good, yours, marks } = plan;
  return (
    <div className={classNames(styles.ruler, marks.some((mark) => mark.low) && styles.tall)}>
      <p className="gf-unseen">{rulerText(plan, form, format)}</p>
      <div aria-hidden>
        <div className={styles.line} />
        {good && (
          <div className={styles.good} style={{ insetInlineStart: `${good.start}%`, width: `${good.width}%` }} />
        )}
        {marks.map((mark) => (
          <div key={mark.label} className={styles.tick} style={{ insetInlineStart: `${mark.at}%` }} />
        ))}
        {marks.map((mark) => (
          <Words key={mark.label} at={mark.at} className={classNames(styles.mark, mark.low && styles.low)}>
            <span>{mark.label}</span>
            <span className={styles.date}>{format.shortDate(mark.date)}</span>
          </Words>
        ))}
        {yours && (
          <>
            <div
              className={classNames(styles.dot, yours.lies !== 'good' && styles.off)}
              style={{ insetInlineStart: `${yours.at}%` }}
            />
            <Words at={yours.at} className={classNames(styles.yours, yours.lies !== 'good' && styles.off)}>
              {form.yours} {format.shortDate(yours.date)}
            </Words>
          </>
        )}
      </div>
    </div>
  );
}

/** Words under or above a place of the line; near an end they lean inwards. */
function Words({
  at,
  className,
  children,
}: {
  readonly at: number;
  readonly className: string;
  readonly children: ReactNode;
}) {
  const lean = at < 9 ? styles.first : at > 91 ? styles.last : undefined;
  return (
    <div
      className={classNames(styles.words, className, lean)}
      style={lean === undefined ? { insetInlineStart: `${at}%` } : undefined}
    >
      {children}
    </div>
  );
}

/** The same in words. */
function rulerText({ marks, good, yours }: RulerPlan, form: Texts['form'], format: Format): string {
  const said = marks.map((mark) => `${mark.label} ${format.shortDate(mark.date)}.`);
  if (good !== null) said.push(form.rulerRange(format.shortDate(good.from), format.shortDate(good.to)));
  if (yours !== null)
    said.push(
      { good: form.rulerGood, early: form.rulerEarly, late: form.rulerLate }[yours.lies](format.shortDate(yours.date)),
    );
  return said.join(' ');
}
