import { lazy } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { LoadFailure } from '../components/LoadFailure.tsx';
import { ApiError } from '../api/api-error.ts';
import { InboxPage } from '../pages/inbox/InboxPage.tsx';

const TaskPage = lazy(async () => ({ default: (await import('../pages/task/TaskPage.tsx')).TaskPage }));
const CasesPage = lazy(async () => ({ default: (await import('../pages/cases/CasesPage.tsx')).CasesPage }));
const CasePage = lazy(async () => ({ default: (await import('../pages/case/CasePage.tsx')).CasePage }));
const StartPage = lazy(async () => ({ default: (await import('../pages/start/StartPage.tsx')).StartPage }));
const StartFormPage = lazy(async () => ({ default: (await import('../pages/start/StartFormPage.tsx')).StartFormPage }));
const IncidentsPage = lazy(async () => ({
  default: (await import('../pages/incidents/IncidentsPage.tsx')).IncidentsPage,
}));
const SchedulesPage = lazy(async () => ({
  default: (await import('../pages/schedules/SchedulesPage.tsx')).SchedulesPage,
}));
const PeoplePage = lazy(async () => ({ default: (await import('../pages/people/PeoplePage.tsx')).PeoplePage }));
const PersonPage = lazy(async () => ({ default: (await import('../pages/people/PersonPage.tsx')).PersonPage }));
const LaddersPage = lazy(async () => ({ default: (await import('../pages/settings/LaddersPage.tsx')).LaddersPage }));
const CalendarsPage = lazy(async () => ({
  default: (await import('../pages/settings/CalendarsPage.tsx')).CalendarsPage,
}));
const ValuesPage = lazy(async () => ({ default: (await import('../pages/settings/ValuesPage.tsx')).ValuesPage }));
const MePage = lazy(async () => ({ default: (await import('../pages/me/MePage.tsx')).MePage }));

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
      <Route path="/me">
        <MePage />
      </Route>
      <Route path="/start">
        <StartPage />
      </Route>
      <Route path="/start/:workflow">{({ workflow }) => <StartFormPage key={workflow} workflow={workflow} />}</Route>
      <Route path="/incidents">
        <IncidentsPage />
      </Route>
      <Route path="/schedules">
        <SchedulesPage />
      </Route>
      <Route path="/people">
        <PeoplePage />
      </Route>
      <Route path="/people/:id">{({ id }) => <PersonPage key={id} id={id} />}</Route>
      <Route path="/settings">
        <Redirect to="/settings/ladders" replace />
      </Route>
      <Route path="/settings/ladders">
        <LaddersPage />
      </Route>
      <Route path="/settings/calendars">
        <CalendarsPage />
      </Route>
      <Route path="/settings/values">
        <ValuesPage />
      </Route>
      <Route>
        <LoadFailure error={NO_PAGE} retrying={false} onRetry={() => undefined} />
      </Route>
    </Switch>
  );
}

/** Said like any other thing that is not there: an address never tells whether something exists. */
const NO_PAGE = new ApiError({ code: 'page.not_found', status: 404, detail: 'There is no such page.' });
