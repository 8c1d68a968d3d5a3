// Entry: styles in their order, then the application.
import './styles/mantine.css';
import 'virtual:theme.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/parts.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<App />);
