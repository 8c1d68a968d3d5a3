// Modules that Vite makes.
/// <reference types="vite/client" />
declare module 'virtual:theme.css';
