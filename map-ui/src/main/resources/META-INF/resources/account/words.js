// @ts-check
import { currentLanguage } from '../i18n/words.js';

/** @type {Record<string, [string, string]>} */
const WORDS = {
  title: ['账号与记录', 'Accounts and records'],
  back: ['← 回到地图', '← Back to the map'],
  people: ['用户与权限', 'Users and rights'],
  own: ['我的账号', 'My account'],
  jobs: ['任务', 'Jobs'],
  trail: ['操作记录', 'Audit trail'],
  signIn: ['请先在地图页登录。', 'Sign in on the map page first.'],
  name: ['用户名', 'Name'],
  password: ['密码', 'Password'],
  role: ['角色', 'Role'],
  divisions: ['负责的区划(代码)', 'Divisions (codes)'],
  departments: ['所属部门', 'Departments'],
  state: ['状态', 'State'],
  enabled: ['可用', 'in use'],
  disabled: ['已停用', 'disabled'],
  add: ['新增用户', 'Add a user'],
  save: ['保存', 'Save'],
  change: ['修改', 'Change'],
  close: ['取消', 'Cancel'],
  disable: ['停用', 'Disable'],
  enable: ['恢复', 'Enable'],
  newPassword: ['新密码', 'New password'],
  oldPassword: ['原密码', 'Old password'],
  setPassword: ['重设密码', 'Reset password'],
  changed: ['已保存。', 'Saved.'],
  tokens: ['程序用令牌', 'Tokens for programs'],
  tokenWrites: ['可修改', 'may write'],
  tokenReads: ['只读', 'read only'],
  days: ['有效天数', 'Days'],
  until: ['有效期至', 'Valid until'],
  make: ['生成', 'Make'],
  secretOnce: ['请现在抄下,不会再次显示:', 'Copy it now; it is not shown again:'],
  remove: ['删除', 'Delete'],
  none: ['没有。', 'None.'],
  workspace: ['工作区', 'Workspace'],
  job: ['任务', 'Job'],
  by: ['提交人', 'By'],
  progress: ['进度', 'Progress'],
  cancel: ['取消任务', 'Call off'],
  when: ['时间', 'When'],
  who: ['谁', 'Who'],
  did: ['做了什么', 'Did'],
  what: ['对象', 'To'],
  detail: ['详情', 'Detail'],
  older: ['更早', 'Older'],
  verify: ['校验完整性', 'Verify'],
  whole: ['记录完整:共 {n} 行,未被改动。', 'Whole: {n} lines, none changed.'],
  broken: ['记录在第 {n} 行被改动或缺失!', 'Changed or missing at line {n}!'],
  ADMINISTRATOR: ['管理员', 'Administrator'],
  PLANNER: ['规划员', 'Planner'],
  REVIEWER: ['审核员', 'Reviewer'],
  STREET_OFFICE: ['街道办', 'Street office'],
  CLERK: ['部门经办', 'Department clerk'],
  INSPECTOR: ['督查员', 'Inspector'],
  VIEWER: ['浏览者', 'Viewer'],
  IMPORT: ['导入', 'Import'],
  MERGE: ['多网合一', 'Merge'],
  QUEUED: ['等待', 'Waiting'],
  RUNNING: ['进行中', 'Running'],
  DONE: ['完成', 'Done'],
  FAILED: ['失败', 'Failed'],
  CANCELLED: ['已取消', 'Called off'],
};

/** The word of a key in the language of the page. @param {string} key @param {number|null} [n] */
export function w(key, n) {
  const pair = WORDS[key];
  const word = pair ? pair[currentLanguage() === 'en' ? 1 : 0] : key;
  return n === undefined ? word : word.replace('{n}', String(n));
}

export const ROLES = ['ADMINISTRATOR', 'PLANNER', 'REVIEWER', 'STREET_OFFICE', 'CLERK', 'INSPECTOR', 'VIEWER'];
