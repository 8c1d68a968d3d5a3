// The readers of the tidy tests see what they should.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOnly, functions } from './source.mjs';

const lengths = (text) => functions(text).map(({ lines }) => lines);

test('a function is measured from its opening to its closing brace', () => {
  assert.deepEqual(functions('namespace a {\nint f() {\n  return 1;\n}\n}\n'), [{ line: 2, lines: 3 }]);
});

test('a long function in a class is seen', () => {
  assert.deepEqual(lengths(`class A {\n public:\n  void f() const {\n${'    g();\n'.repeat(60)}  }\n};\n`), [62]);
});

test('a test case is a function', () => {
  assert.deepEqual(lengths('TEST_CASE("a { brace") {\n  f();\n}\n'), [3]);
});

test('a table is not a function', () => {
  assert.deepEqual(lengths('const Row rows[] = {\n{f(1)},\n{f(2)},\n};\nconstexpr std::array<int, 2> pair{\n1,\n2};\n'), []);
});

test('the body after member initializers is measured', () => {
  assert.equal(Math.max(...lengths('A::A(int a) : a_{a}, b_{2} {\n  f();\n  g();\n}\n')), 4);
});

test('braces in strings, characters, comments and raw strings do not count', () => {
  const text = 'void f() {\n  g("}", \'}\');  // }\n  /* } */\n  h(R"sql(\n}\n)sql");\n}\n';
  assert.deepEqual(lengths(text), [7]);
});

test('a digit separator starts no character', () => {
  assert.equal(codeOnly("f(100'000, 'x')"), "f(100000,    )");
});
