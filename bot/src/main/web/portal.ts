/** The one entry of all portal pages: the shell is always there, the page's own part is fetched when it is needed. */
import './styles/portal.css';
import './parts/shell';

const pages: Record<string, () => Promise<unknown>> = {
    landing: () => import('./pages/landing'),
    register: () => import('./pages/register'),
    'sign-in': () => import('./pages/sign-in'),
    console: () => import('./pages/console'),
    link: () => import('./pages/link'),
    security: () => import('./pages/security'),
    desk: () => import('./pages/desk'),
    missing: () => import('./pages/missing'),
};

void pages[document.body.dataset.page ?? 'missing']?.();

// A page out of the browser's memory may show somebody who has signed out since.
window.addEventListener('pageshow', (event) => {
    if (event.persisted) {
        location.reload();
    }
});
