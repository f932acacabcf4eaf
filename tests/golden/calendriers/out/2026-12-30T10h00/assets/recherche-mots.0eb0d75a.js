tambourRecherche({"pages":[
["actualites/index.html","Actualités","",""],
["agenda/conseil.html","Conseil municipal","Événement",""],
["agenda/index.html","Agenda","","Ce qui se passe dans la commune et autour."],
["calendrier-scolaire.html","Le calendrier de l’école","","Les vacances, et les jours où il n’y a pas école."],
["cantine.html","Les menus de la cantine","","Ce que les enfants mangent à l’école, jour par jour."],
["collectes.html","Collecte des déchets","","Les jours où l’on sort les bacs, et ceux que déplacent les jours fériés."],
["demarches/index.html","Démarches","","Toutes les démarches, en ligne et à la mairie."],
["lieux/index.html","Lieux et équipements","","Salles, école, bibliothèque, déchetterie : horaires, tarifs et accès."],
["lieux/salle.html","Salle","Lieu",""],
["sources.html","Sources et licences","",""]],
"mots":"acc actualit agenda autour bac bibliothequ calendrier cantin ceu collect commun cong conseil dechet dechetteri demarch deplacent ecol encombrant enfant equipement feri grand grev horair jour journ licenc lieu lign mairi mangent menag menu municipal national noel ordur pas pedagogiqu pont poubel publiqu recyclag rentr repa restaurant sal scolair seanc sort sourc tarif tout tri vacanc",
"ou":"7B 0C 2C 2B 5D 7B 3C 4C 5B 5C 2B 3C 1C 5C 7B 6D 5B 3D1B3B 5C 4B 7C 5B 8A 3C 7B 3B1B1B 3C 9C 7C 6B 6B 4B 3C 4C 1C 3C 3C 5C 2B 3C 3C 5C 1A 5C 3C 4C 4C 7B1C 3C1C 1A 5B 9C 7B 6B 5C 3D"});
