import { lazy } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { LoadFailure } from '../components/LoadFailure.tsx';
import { ApiError } from '../api/api-error.ts';

const IncidentsPage = lazy(async () => ({
  default: (await import('../pages/incidents/IncidentsPage.tsx')).IncidentsPage,
}));
const BoardPage = lazy(async () => ({ default: (await import('../pages/board/BoardPage.tsx')).BoardPage }));
const MakePage = lazy(async () => ({ default: (await import('../pages/make/MakePage.tsx')).MakePage }));
const PlanPage = lazy(async () => ({ default: (await import('../pages/plan/PlanPage.tsx')).PlanPage }));
const LotPage = lazy(async () => ({ default: (await import('../pages/lot/LotPage.tsx')).LotPage }));
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
const GuidePage = lazy(async () => ({ default: (await import('../pages/guide/GuidePage.tsx')).GuidePage }));
const RegistersPage = lazy(async () => ({
  default: (await import('../pages/registers/RegistersPage.tsx')).RegistersPage,
}));
const RegisterPage = lazy(async () => ({
  default: (await import('../pages/registers/RegisterPage.tsx')).RegisterPage,
}));
const ImportPage = lazy(async () => ({ default: (await import('../pages/registers/ImportPage.tsx')).ImportPage }));
const RowPage = lazy(async () => ({ default: (await import('../pages/registers/RowPage.tsx')).RowPage }));
const MePage = lazy(async () => ({ default: (await import('../pages/me/MePage.tsx')).MePage }));

/** Pages that are opened now and then: the way to them is loaded with the first of them, so that the inbox is there sooner. */
export function LateRoutes() {
  return (
    <Switch>
      <Route path="/incidents">
        <IncidentsPage />
      </Route>
      <Route path="/cases/board/:workflow">{({ workflow }) => <BoardPage key={workflow} workflow={workflow} />}</Route>
      <Route path="/make">
        <MakePage />
      </Route>
      <Route path="/plan">
        <PlanPage />
      </Route>
      <Route path="/lots/:id">{({ id }) => <LotPage key={id} id={id} />}</Route>
      <Route path="/schedules">
        <SchedulesPage />
      </Route>
      <Route path="/people">
        <PeoplePage />
      </Route>
      <Route path="/people/:id">{({ id }) => <PersonPage key={id} id={id} />}</Route>
      <Route path="/settings/ladders">
        <LaddersPage />
      </Route>
      <Route path="/settings/calendars">
        <CalendarsPage />
      </Route>
      <Route path="/settings/values">
        <ValuesPage />
      </Route>
      <Route path="/guides/:workflow">{({ workflow }) => <GuidePage key={workflow} workflow={workflow} />}</Route>
      <Route path="/registers">
        <RegistersPage />
      </Route>
      <Route path="/registers/:register/new">
        {({ register }) => <RowPage key={register} register={register} id={null} />}
      </Route>
      <Route path="/registers/:register/import">
        {({ register }) => <ImportPage key={register} register={register} id={null} />}
      </Route>
      <Route path="/registers/:register/import/:id">
        {({ register, id }) => <ImportPage key={id} register={register} id={id} />}
      </Route>
      <Route path="/registers/:register/:id">
        {({ register, id }) => <RowPage key={`${register}/${id}`} register={register} id={id} />}
      </Route>
      <Route path="/registers/:register">{({ register }) => <RegisterPage key={register} register={register} />}</Route>
      <Route path="/me">
        <MePage />
      </Route>
      <Route path="/settings">
        <Redirect to="/settings/ladders" replace />
      </Route>
      <Route>
        <LoadFailure error={NO_PAGE} retrying={false} onRetry={() => undefined} />
      </Route>
    </Switch>
  );
}

/** Said like any other thing that is not there: an address never tells whether something exists. */
const NO_PAGE = new ApiError({ code: 'page.not_found', status: 404, detail: 'There is no such page.' });
