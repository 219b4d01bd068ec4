import { describe, expect, it } from 'vitest';
import { pictureType } from './picture-type.js';

describe('the kind of a picture', () => {
  it.each([
    ['image/png', '89504e470d0a1a0a0000'],
    ['image/jpeg', 'ffd8ffe000104a46'],
    ['image/webp', '524946462400000057454250'],
    [null, '52494646240000005741564520'],
    [null, '474946383961'],
    [null, Buffer.from('<svg onload="alert(1)"/>').toString('hex')],
    [null, '8950'],
    [null, ''],
  ])('is %s for a file that begins with %s', (type, hex) => {
    expect(pictureType(Buffer.from(hex, 'hex'))).toBe(type);
  });
});
