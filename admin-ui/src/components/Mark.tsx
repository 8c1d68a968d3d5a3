// The sign of Clocher: a bell tower.
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden focusable="false">
      <path className="mark-roof" d="M20 3 L28.5 18 H11.5 Z" />
      <path className="mark-tower" d="M13 19.5 H27 V37 H23.5 V31 a3.5 3.5 0 0 0-7 0 V37 H13 Z" />
      <circle className="mark-bell" cx="20" cy="24" r="2.4" />
    </svg>
  );
}
