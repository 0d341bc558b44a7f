import { Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { LiveProvider } from '../api/LiveProvider.tsx';
import { CardSkeleton } from '../components/CardSkeleton.tsx';
import { classNames } from '../components/class-names.ts';
import { Delayed } from '../components/Delayed.tsx';
import { useTexts } from '../texts/TextsProvider.tsx';
import { Crash } from './Crash.tsx';
import { NotificationsPanel } from './NotificationsPanel.tsx';
import { OfflineBar } from './OfflineBar.tsx';
import { Routes } from './routes.tsx';
import styles from './Shell.module.css';
import { SideBar } from './SideBar.tsx';
import { SignInAgain } from './SignInAgain.tsx';
import { SingleKeysProvider } from './SingleKeysProvider.tsx';
import { Tabs } from './Tabs.tsx';
import { TopBar } from './TopBar.tsx';
import { useMove } from './use-move.ts';

/**
 * The frame around every page for signed-in people.
 *
 * A side bar at the desk; a rail where width is work: on the page of a task, the orders and the plan; a top bar and tabs
 * on phones, where a task has no tabs because its outcomes stand there.
 */
export function Shell() {
  const { shell, parts } = useTexts();
  const [location] = useLocation();
  const [told, setTold] = useState(false);
  useMove();
  const tasks = location.startsWith('/tasks/');
  const rail = tasks || location === '/make' || location === '/plan';
  const openNotifications = () => setTold(true);

  return (
    <LiveProvider>
      <SingleKeysProvider>
        <a href="#page" className={classNames(styles.skip, 'gf-screen-only')}>
          {shell.skip}
        </a>
        <div className={classNames(styles.shell, rail && styles.withRail)}>
          <SideBar rail={rail} onNotifications={openNotifications} />
          <TopBar onNotifications={openNotifications} />
          <main id="page" tabIndex={-1} className={styles.page}>
            <OfflineBar />
            <Crash key={location}>
              <Suspense
                fallback={
                  <div className={styles.waiting}>
                    <Delayed label={parts.loading}>
                      <CardSkeleton />
                    </Delayed>
                  </div>
                }
              >
                <Routes />
              </Suspense>
            </Crash>
          </main>
          {!tasks && <Tabs />}
        </div>
        <NotificationsPanel open={told} onClose={() => setTold(false)} />
        <SignInAgain />
      </SingleKeysProvider>
    </LiveProvider>
  );
}
