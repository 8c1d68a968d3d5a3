// Map of the application: one line a screen, each loaded when it is first seen.
import { lazy, Suspense, useRef, type ReactNode } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router-dom';
import { useSession } from '../api/session';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { markNavigation } from './page';
import { Shell } from './Shell';

const LoginPage = lazy(() => import('../pages/LoginPage'));
const HomePage = lazy(() => import('../pages/HomePage'));
const InboxPage = lazy(() => import('../pages/InboxPage'));
const CounterPage = lazy(() => import('../pages/CounterPage'));
const LettersPage = lazy(() => import('../pages/LettersPage'));
const DossierPage = lazy(() => import('../pages/DossierPage'));
const AlertPage = lazy(() => import('../pages/AlertPage'));
const ContentsPage = lazy(() => import('../pages/ContentsPage'));
const BinPage = lazy(() => import('../pages/BinPage'));
const NewContentPage = lazy(() => import('../pages/NewContentPage'));
const EditorPage = lazy(() => import('../pages/EditorPage'));
const MenuPage = lazy(() => import('../pages/MenuPage'));
const DirectoryPage = lazy(() => import('../pages/DirectoryPage'));
const DirectoryEntryPage = lazy(() => import('../pages/DirectoryEntryPage'));
const DirectoryImportPage = lazy(() => import('../pages/DirectoryImportPage'));
const ActsPage = lazy(() => import('../pages/ActsPage'));
const ActPage = lazy(() => import('../pages/ActPage'));
const ActSettingsPage = lazy(() => import('../pages/ActSettingsPage'));
const MoneyPage = lazy(() => import('../pages/MoneyPage'));
const NewRegiePage = lazy(() => import('../pages/money/NewRegiePage'));
const DayPage = lazy(() => import('../pages/money/DayPage'));
const OwedPage = lazy(() => import('../pages/money/OwedPage'));
const BordereauxPage = lazy(() => import('../pages/money/BordereauxPage'));
const MonthPage = lazy(() => import('../pages/money/MonthPage'));
const DiscrepanciesPage = lazy(() => import('../pages/money/DiscrepanciesPage'));
const RegieSettingsPage = lazy(() => import('../pages/money/RegieSettingsPage'));
const MediaPage = lazy(() => import('../pages/MediaPage'));
const ProceduresPage = lazy(() => import('../pages/ProceduresPage'));
const ProcedureBuilderPage = lazy(() => import('../pages/ProcedureBuilderPage'));
const TownHallPage = lazy(() => import('../pages/TownHallPage'));
const ExceptionsPage = lazy(() => import('../pages/town_hall/ExceptionsPage'));
const LookPage = lazy(() => import('../pages/town_hall/LookPage'));
const LegalPage = lazy(() => import('../pages/town_hall/LegalPage'));
const DeclarationPage = lazy(() => import('../pages/town_hall/DeclarationPage'));
const FirstStepsPage = lazy(() => import('../pages/FirstStepsPage'));
const ReadersPage = lazy(() => import('../pages/ReadersPage'));
const SharingPage = lazy(() => import('../pages/SharingPage'));
const OutboxPage = lazy(() => import('../pages/OutboxPage'));
const WebhooksPage = lazy(() => import('../pages/WebhooksPage'));
const NotFoundPage = lazy(() => import('../pages/NotFoundPage'));

function Private({ children }: { children: ReactNode }) {
  const session = useSession();
  const location = useLocation();
  if (session.isPending) return <Loading />;
  if (session.isError) return <Failure error={session.error} onRetry={() => void session.refetch()} />;
  if (session.data === null) return <Navigate to="/connexion" replace state={{ from: location }} />;
  return children;
}

// While rendering, so that it is known before the effects of the screen.
function useNavigationMark(): void {
  const { pathname } = useLocation();
  const last = useRef<string | null>(null);
  if (last.current === pathname) return;
  markNavigation(last.current === null ? 'first screen' : 'navigation');
  last.current = pathname;
}

export function AppRoutes() {
  useNavigationMark();
  return (
    <Suspense fallback={<Loading />}>
      <Routes>
        <Route path="/connexion" element={<LoginPage />} />
        <Route element={<Private><Shell /></Private>}>
          <Route index element={<HomePage />} />
          <Route path="/demandes" element={<InboxPage />} />
          <Route path="/guichet" element={<CounterPage />} />
          <Route path="/demandes/modeles" element={<LettersPage />} />
          <Route path="/demandes/:id" element={<DossierPage />} />
          <Route path="/alerte" element={<AlertPage />} />
          <Route path="/contenus" element={<ContentsPage />} />
          <Route path="/contenus/corbeille" element={<BinPage />} />
          <Route path="/contenus/nouveau" element={<NewContentPage />} />
          <Route path="/contenus/:id" element={<EditorPage />} />
          <Route path="/menu" element={<MenuPage />} />
          <Route path="/annuaire" element={<DirectoryPage />} />
          <Route path="/annuaire/import" element={<DirectoryImportPage />} />
          <Route path="/annuaire/:id" element={<DirectoryEntryPage />} />
          <Route path="/actes" element={<ActsPage />} />
          <Route path="/actes/reglages" element={<ActSettingsPage />} />
          <Route path="/actes/:id" element={<ActPage />} />
          <Route path="/argent" element={<MoneyPage />} />
          <Route path="/argent/nouvelle" element={<NewRegiePage />} />
          <Route path="/argent/:id/journee" element={<DayPage />} />
          <Route path="/argent/:id/sommes" element={<OwedPage />} />
          <Route path="/argent/:id/bordereaux" element={<BordereauxPage />} />
          <Route path="/argent/:id/mois" element={<MonthPage />} />
          <Route path="/argent/:id/ecarts" element={<DiscrepanciesPage />} />
          <Route path="/argent/:id/reglages" element={<RegieSettingsPage />} />
          <Route path="/medias" element={<MediaPage />} />
          <Route path="/demarches" element={<ProceduresPage />} />
          <Route path="/demarches/:slug/modifier" element={<ProcedureBuilderPage />} />
          <Route path="/demarches/:slug/logiciels" element={<WebhooksPage />} />
          <Route path="/mairie" element={<TownHallPage />} />
          <Route path="/mairie/horaires" element={<ExceptionsPage />} />
          <Route path="/mairie/apparence" element={<LookPage />} />
          <Route path="/mairie/mentions" element={<LegalPage />} />
          <Route path="/mairie/accessibilite" element={<DeclarationPage />} />
          <Route path="/premiers-pas/:question?" element={<FirstStepsPage />} />
          <Route path="/lecteurs" element={<ReadersPage />} />
          <Route path="/partage" element={<SharingPage />} />
          <Route path="/envois" element={<OutboxPage />} />
          <Route path="/courriels" element={<Navigate to="/envois" replace />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Routes>
    </Suspense>
  );
}
