import type { Localised, ManifestInput } from './manifest-schema.ts'

type FieldInput = ManifestInput['categories'][number]['fields'][number]

const label = (en: string, zh: string, fr: string): Localised => ({ en, 'zh-CN': zh, fr })

/**
 * The fields of the categories whose shape is the same in every brand, so that one label is translated once.
 * `readings`, `chargingSessions` are also what intake accepts; the others are written by the portal itself.
 */
export const canonicalFields = {
  devices: [
    { key: 'kind', label: label('Kind of device', '设备类型', 'Type d’appareil'), type: 'text', required: true },
    { key: 'name', label: label('Your name for it', '您起的名称', 'Nom que vous lui donnez'), type: 'text' },
    { key: 'serial_number', label: label('Serial number', '序列号', 'Numéro de série'), type: 'text' },
    { key: 'model', label: label('Model', '型号', 'Modèle'), type: 'text', derived: true, aside: true },
    { key: 'bound_at', label: label('Added on', '添加时间', 'Ajouté le'), type: 'datetime' },
    {
      key: 'last_seen_at',
      label: label('Last sign of it', '最近在线', 'Dernier signe'),
      type: 'datetime',
      derived: true,
    },
    { key: 'revoked_at', label: label('Removed on', '移除时间', 'Retiré le'), type: 'datetime', derived: true },
  ],
  signInLog: [
    { key: 'signed_in_at', label: label('Time', '时间', 'Date et heure'), type: 'datetime', required: true },
    { key: 'ip_address', label: label('IP address', 'IP 地址', 'Adresse IP'), type: 'ip' },
    { key: 'client', label: label('Browser or app', '浏览器或应用', 'Navigateur ou application'), type: 'text' },
    { key: 'method', label: label('By', '方式', 'Par'), type: 'text', aside: true },
    { key: 'outcome', label: label('What came of it', '结果', 'Résultat'), type: 'text' },
  ],
  consents: [
    { key: 'purpose', label: label('Purpose', '用途', 'Finalité'), type: 'text', required: true },
    { key: 'decision', label: label('Your decision', '您的决定', 'Votre décision'), type: 'text', required: true },
    { key: 'decided_at', label: label('Decided on', '决定时间', 'Décidé le'), type: 'datetime', required: true },
    { key: 'notice', label: label('Notice you saw', '您看到的说明', 'Information affichée'), type: 'text' },
  ],
  requests: [
    { key: 'number', label: label('Number', '编号', 'Numéro'), type: 'text', required: true },
    { key: 'kind', label: label('Kind of request', '请求类型', 'Type de demande'), type: 'text', required: true },
    { key: 'state', label: label('State', '状态', 'État'), type: 'text', required: true },
    {
      key: 'message',
      label: label('Your message', '您的留言', 'Votre message'),
      type: 'text',
      maxLength: 4000,
      aside: true,
    },
    {
      key: 'wanted',
      label: label('New value asked for', '希望更正为', 'Nouvelle valeur demandée'),
      type: 'text',
      aside: true,
    },
    {
      key: 'correspondence',
      label: label('What was written since', '此后的往来', 'Échanges depuis'),
      type: 'text',
      aside: true,
    },
    { key: 'received_at', label: label('Received on', '收到时间', 'Reçue le'), type: 'datetime', required: true },
    { key: 'answered_at', label: label('Answered on', '答复时间', 'Réponse le'), type: 'datetime' },
  ],
  bills: [
    { key: 'number', label: label('Bill number', '账单号', 'Numéro de facture'), type: 'text', required: true },
    { key: 'period', label: label('Period', '账期', 'Période'), type: 'period', required: true },
    { key: 'amount', label: label('Amount', '金额', 'Montant'), type: 'decimal', required: true },
    { key: 'currency', label: label('Currency', '币种', 'Devise'), type: 'text', required: true },
    { key: 'issued_on', label: label('Issued on', '开具日期', 'Émise le'), type: 'day', required: true, aside: true },
    { key: 'due_on', label: label('Due on', '到期日', 'À payer avant le'), type: 'day', aside: true },
    { key: 'state', label: label('State', '状态', 'État'), type: 'text', required: true },
    { key: 'credit_note', label: label('Credit note', '冲销单', 'Avoir'), type: 'text', aside: true },
    {
      key: 'extended_to',
      label: label('More time until', '延期至', 'Délai accordé jusqu’au'),
      type: 'day',
      aside: true,
    },
    {
      key: 'link_until',
      label: label('Link to pay works until', '付款链接有效至', 'Lien de paiement valable jusqu’au'),
      type: 'datetime',
      aside: true,
    },
    { key: 'instalments', label: label('Instalments', '分期', 'Échéances'), type: 'text', aside: true },
  ],
  payments: [
    { key: 'bill_number', label: label('Bill number', '账单号', 'Numéro de facture'), type: 'text', required: true },
    {
      key: 'provider',
      label: label('Paid with', '支付方式', 'Moyen de paiement'),
      type: 'text',
      required: true,
      aside: true,
    },
    { key: 'amount', label: label('Amount', '金额', 'Montant'), type: 'decimal', required: true },
    { key: 'currency', label: label('Currency', '币种', 'Devise'), type: 'text', required: true },
    { key: 'state', label: label('State', '状态', 'État'), type: 'text', required: true },
    { key: 'paid_at', label: label('Paid on', '支付时间', 'Payé le'), type: 'datetime' },
  ],
  cards: [
    { key: 'scheme', label: label('Kind of card', '卡种', 'Type de carte'), type: 'text', required: true },
    {
      key: 'last_four',
      label: label('Last four digits', '末四位', 'Quatre derniers chiffres'),
      type: 'text',
      required: true,
    },
    { key: 'expires', label: label('Ends', '有效期', 'Fin'), type: 'text', required: true },
    { key: 'kept_since', label: label('Kept since', '保留时间', 'Gardée depuis'), type: 'datetime', required: true },
    { key: 'pays_bills', label: label('Pays your bills', '用于自动缴费', 'Paie vos factures'), type: 'boolean' },
    { key: 'limit', label: label('At most for one bill', '每张账单上限', 'Au plus pour une facture'), type: 'decimal' },
  ],
  readings: [
    { key: 'meter', label: label('Meter', '表计', 'Compteur'), type: 'text', derived: true },
    { key: 'started_at', label: label('From', '开始时间', 'Début'), type: 'datetime', required: true },
    { key: 'ended_at', label: label('To', '结束时间', 'Fin'), type: 'datetime', required: true },
    { key: 'quantity', label: label('Quantity', '数量', 'Quantité'), type: 'integer' },
    { key: 'unit', label: label('Unit', '单位', 'Unité'), type: 'text', derived: true },
    { key: 'quality', label: label('Quality', '质量', 'Qualité'), type: 'text', aside: true },
    {
      key: 'register_from',
      label: label('Register at the start', '起始表底数', 'Index de début'),
      type: 'integer',
      aside: true,
    },
    {
      key: 'register_to',
      label: label('Register at the end', '结束表底数', 'Index de fin'),
      type: 'integer',
      aside: true,
    },
  ],
  uploads: [
    {
      key: 'use',
      label: label('Used as', '用途', 'Utilisée comme'),
      type: 'enum',
      values: ['avatar', 'photo'],
      aside: true,
    },
    {
      key: 'file_name',
      label: label('File name', '文件名', 'Nom du fichier'),
      type: 'text',
      required: true,
      maxLength: 120,
      editable: true,
    },
    { key: 'media_type', label: label('Type', '类型', 'Type'), type: 'text', required: true, aside: true },
    {
      key: 'size_bytes',
      label: label('Size (bytes)', '大小（字节）', 'Taille (octets)'),
      type: 'integer',
      aside: true,
    },
    { key: 'dimensions', label: label('Pixels', '像素', 'Pixels'), type: 'text', aside: true },
    { key: 'uploaded_at', label: label('Uploaded on', '上传时间', 'Envoyée le'), type: 'datetime' },
  ],
  chargingSessions: [
    { key: 'started_at', label: label('Started', '开始时间', 'Début'), type: 'datetime', required: true },
    { key: 'ended_at', label: label('Ended', '结束时间', 'Fin'), type: 'datetime', required: true },
    { key: 'energy_wh', label: label('Energy', '电量', 'Énergie'), type: 'integer', required: true },
    { key: 'cost', label: label('Cost', '费用', 'Coût'), type: 'decimal' },
    { key: 'currency', label: label('Currency', '币种', 'Devise'), type: 'text', maxLength: 3 },
    { key: 'station', label: label('Charging station', '充电站', 'Borne de recharge'), type: 'text' },
  ],
} satisfies Record<string, FieldInput[]>
