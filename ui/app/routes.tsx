import { lazy } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { InboxPage } from '../pages/inbox/InboxPage.tsx';

const TaskPage = lazy(async () => ({ default: (await import('../pages/task/TaskPage.tsx')).TaskPage }));
const CasesPage = lazy(async () => ({ default: (await import('../pages/cases/CasesPage.tsx')).CasesPage }));
const CasePage = lazy(async () => ({ default: (await import('../pages/case/CasePage.tsx')).CasePage }));
const StartPage = lazy(async () => ({ default: (await import('../pages/start/StartPage.tsx')).StartPage }));
const StartFormPage = lazy(async () => ({ default: (await import('../pages/start/StartFormPage.tsx')).StartFormPage }));
const LateRoutes = lazy(async () => ({ default: (await import('./LateRoutes.tsx')).LateRoutes }));

/** Which page an address shows. */
export function Routes() {
  return (
    <Switch>
      <Route path="/">
        <Redirect to="/inbox" replace />
      </Route>
      <Route path="/inbox">
        <InboxPage box="mine" />
      </Route>
      <Route path="/inbox/available">
        <InboxPage box="available" />
      </Route>
      <Route path="/inbox/department">
        <InboxPage box="department" />
      </Route>
      <Route path="/inbox/overdue">
        <InboxPage box="overdue" />
      </Route>
      <Route path="/tasks/:id">{({ id }) => <TaskPage key={id} id={id} />}</Route>
      <Route path="/cases">
        <CasesPage />
      </Route>
      <Route path="/cases/:id">{({ id }) => <CasePage key={id} id={id} />}</Route>
      <Route path="/start">
        <StartPage />
      </Route>
      <Route path="/start/:workflow">{({ workflow }) => <StartFormPage key={workflow} workflow={workflow} />}</Route>
      <Route>
        <LateRoutes />
      </Route>
    </Switch>
  );
}
