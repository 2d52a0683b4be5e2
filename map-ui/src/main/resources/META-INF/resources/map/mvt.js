// @ts-check
/**
 * Reads Mapbox vector tiles (version 2 of the specification): the protobuf wire format, just as much
 * of it as a tile uses. Pure: bytes in, plain values out.
 *
 * Coordinates stay in tile units (0..extent, y down; a little beyond the edges by the tile's buffer).
 * A tile that breaks the format throws a RangeError; unknown fields are skipped.
 */

/** @typedef {string|number|boolean} Value */
/**
 * @typedef {object} Feature
 * @property {1|2|3} type point, line or polygon
 * @property {Record<string, Value>} properties
 * @property {Int16Array[]} parts x,y,x,y…: points, lines, or rings (left open: the last vertex is not
 *   the first again)
 */
/** @typedef {{name: string, extent: number, features: Feature[]}} Layer */
/** @typedef {Record<string, Layer>} Tile */

const TEXT = new TextDecoder();

class Reader {
  /** @param {Uint8Array} bytes @param {number} start @param {number} end */
  constructor(bytes, start = 0, end = bytes.length) {
    if (end > bytes.length) throw new RangeError('tile is cut off');
    this.bytes = bytes;
    this.at = start;
    this.end = end;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  varint() {
    let value = 0;
    let scale = 1;
    for (let i = 0; i < 10; i++) {
      if (this.at >= this.end) throw new RangeError('tile ends inside a number');
      const byte = this.bytes[this.at++];
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
    throw new RangeError('number of more than ten bytes');
  }

  /** A number written with the sign in its lowest bit. */
  zigzag() {
    const n = this.varint();
    return n % 2 === 0 ? n / 2 : -(n + 1) / 2;
  }

  /** The bytes of one length-delimited field, as a reader of their own. */
  inner() {
    const length = this.varint();
    const start = this.at;
    this.at += length;
    if (this.at > this.end) throw new RangeError('field is longer than its tile');
    return new Reader(this.bytes, start, this.at);
  }

  text() {
    const inner = this.inner();
    return TEXT.decode(this.bytes.subarray(inner.at, inner.end));
  }

  /** @param {number} wire the wire type of a field that is not wanted */
  skip(wire) {
    if (wire === 0) this.varint();
    else if (wire === 1) this.at += 8;
    else if (wire === 2) this.inner();
    else if (wire === 5) this.at += 4;
    else throw new RangeError(`wire type ${wire}`);
  }

  /**
   * Calls {@code visit(field, wire)} for each field; what it does not read must be skipped by it.
   * @param {(field: number, wire: number) => void} visit
   */
  fields(visit) {
    while (this.at < this.end) {
      const tag = this.varint();
      visit(Math.floor(tag / 8), tag % 8);
    }
  }
}

/** @param {Reader} reader @returns {Value} */
function readValue(reader) {
  /** @type {Value} */
  let value = '';
  reader.fields((field, wire) => {
    switch (field) {
      case 1: value = reader.text(); break;
      case 2: value = reader.view.getFloat32(reader.at, true); reader.at += 4; break;
      case 3: value = reader.view.getFloat64(reader.at, true); reader.at += 8; break;
      case 4: case 5: value = reader.varint(); break;
      case 6: value = reader.zigzag(); break;
      case 7: value = reader.varint() !== 0; break;
      default: reader.skip(wire);
    }
  });
  return value;
}

/** @param {Reader} reader @param {number} type @returns {Int16Array[]} */
function readGeometry(reader, type) {
  /** @type {Int16Array[]} */
  const parts = [];
  /** @type {number[]} */
  let part = [];
  let x = 0;
  let y = 0;
  const flush = () => {
    if (part.length) parts.push(Int16Array.from(part));
    part = [];
  };
  while (reader.at < reader.end) {
    const command = reader.varint();
    const verb = command & 7;
    let count = command >>> 3;
    if (verb === 7) continue;
    if (verb !== 1 && verb !== 2) throw new RangeError(`command ${verb}`);
    for (; count > 0; count--) {
      x += reader.zigzag();
      y += reader.zigzag();
      if (verb === 1 && type !== 1) flush();
      part.push(x, y);
    }
  }
  flush();
  return parts;
}

/** @param {Reader} reader @param {string[]} keys @param {Value[]} values @returns {Feature} */
function readFeature(reader, keys, values) {
  /** @type {Record<string, Value>} */
  const properties = {};
  let type = 0;
  /** @type {Reader|null} */
  let geometry = null;
  reader.fields((field, wire) => {
    if (field === 2) {
      const tags = reader.inner();
      while (tags.at < tags.end) {
        const key = keys[tags.varint()];
        const value = values[tags.varint()];
        if (key !== undefined && value !== undefined) properties[key] = value;
      }
    } else if (field === 3) type = reader.varint();
    else if (field === 4) geometry = reader.inner();
    else reader.skip(wire);
  });
  return {
    type: /** @type {1|2|3} */ (type),
    properties,
    parts: geometry ? readGeometry(geometry, type) : [],
  };
}

/** @param {Reader} reader @returns {Layer} */
function readLayer(reader) {
  const layer = { name: '', extent: 4096, features: /** @type {Feature[]} */ ([]) };
  /** @type {string[]} */
  const keys = [];
  /** @type {Value[]} */
  const values = [];
  /** @type {Reader[]} */
  const features = [];
  reader.fields((field, wire) => {
    switch (field) {
      case 1: layer.name = reader.text(); break;
      case 2: features.push(reader.inner()); break;
      case 3: keys.push(reader.text()); break;
      case 4: values.push(readValue(reader.inner())); break;
      case 5: layer.extent = reader.varint(); break;
      default: reader.skip(wire);
    }
  });
  // Keys and values may stand behind the features that use them.
  layer.features = features.map((feature) => readFeature(feature, keys, values));
  return layer;
}

/**
 * @param {ArrayBuffer|Uint8Array} data an unzipped tile
 * @returns {Tile} its layers by name
 */
export function decodeTile(data) {
  const reader = new Reader(data instanceof Uint8Array ? data : new Uint8Array(data));
  /** @type {Tile} */
  const tile = {};
  reader.fields((field, wire) => {
    if (field === 3) {
      const layer = readLayer(reader.inner());
      tile[layer.name] = layer;
    } else reader.skip(wire);
  });
  return tile;
}
