// A value once it has rested: what is asked from the server while somebody types.
import { useEffect, useState } from 'react';

export const restMs = 600;

export function useDebounced<T>(value: T, pauseMs: number = restMs): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return settled;
}
