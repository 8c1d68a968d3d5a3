// A landscape and a coat of arms, drawn by the browser: pictures that an agent might bring.
export const landscape = { name: 'village.jpg', mimeType: 'image/jpeg' };
export const shield = { name: 'blason.png', mimeType: 'image/png' };

export async function draw(browser, { name, mimeType }) {
  const page = await browser.newPage();
  const text = await page.evaluate(([type]) => {
    const isPhoto = type === 'image/jpeg';
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = isPhoto ? [1600, 900] : [360, 440];
    const pen = canvas.getContext('2d');
    const fill = (color, path) => { pen.fillStyle = color; pen.fill(new Path2D(path)); };
    if (isPhoto) {
      const sky = pen.createLinearGradient(0, 0, 0, 600);
      sky.addColorStop(0, '#6ea4d0');
      sky.addColorStop(1, '#f6dcb4');
      pen.fillStyle = sky;
      pen.fillRect(0, 0, 1600, 900);
      fill('#7f9a72', 'M0 480 Q400 380 800 470 T1600 430 V900 H0z');
      fill('#55793f', 'M0 600 Q500 520 900 600 T1600 560 V900 H0z');
      fill('#f3ead7', 'M760 520h60v-120l30-70 30 70v120h220v90H760z');
      fill('#8c4a35', 'M840 410l10-120 10 120zM880 520l40-50h160l40 50z');
      fill('#3d5c2b', 'M0 720 Q500 650 1000 730 T1600 690 V900 H0z');
    } else {
      fill('#1f4e8c', 'M20 20h320v220q0 120-160 180Q20 360 20 240z');
      fill('#f2c230', 'M180 60l100 150h-60v130h-80V210H80z');
    }
    return canvas.toDataURL(type, 0.9);
  }, [mimeType]);
  await page.close();
  return { name, mimeType, buffer: Buffer.from(text.split(',')[1], 'base64') };
}
